package dk.ics.intake.simulator;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doctors' list of each municipality, and the ordering of health cards. */
final class HealthInsuranceDesk implements Desk {

    private final JdbcClient jdbc;
    private final Books books;

    HealthInsuranceDesk(JdbcClient jdbc, Books books) {
        this.jdbc = jdbc;
        this.books = books;
    }

    @Override
    public String authority() {
        return "healthInsurance";
    }

    @Override
    public Reply handle(Call call) {
        return switch (call.operation()) {
            case "doctors" -> doctors(call);
            case "health-cards" -> order(call);
            default -> new Reply(404, Map.of());
        };
    }

    private Reply doctors(Call call) {
        String municipality = call.text("municipality");
        openFirstPractices(municipality);
        List<Map<String, Object>> practices = jdbc.sql("""
                        select code, name, address, open from simulator.practice
                        where municipality = :municipality order by code
                        """)
                .param("municipality", municipality)
                .query((row, number) -> Map.<String, Object>of(
                        "code", row.getString(1),
                        "name", row.getString(2),
                        "address", row.getString(3),
                        "open", row.getBoolean(4) && !call.behaves(Behaviour.Kind.NO_OPEN_DOCTOR)))
                .list();
        return Reply.ok(Map.of("practices", practices));
    }

    private Reply order(Call call) {
        String key = call.key();
        if (key == null || call.text("personalNumber").isEmpty()) {
            return new Reply(400, Map.of());
        }
        String doctor = call.text("doctorNumber");
        boolean closed = jdbc.sql("select open from simulator.practice where code = :code")
                .param("code", doctor)
                .query(Boolean.class)
                .optional()
                .map(open -> !open)
                .orElse(true);
        if (call.text("insuranceGroup").equals("groupOne") && closed) {
            return Reply.refused("DOCTOR_CLOSED");
        }
        return Reply.ok(Map.of("order", books.issue("healthCard", key, "SK-%07d")));
    }

    /** Each municipality has two practices that take patients in and one that is closed. */
    private void openFirstPractices(String municipality) {
        String[][] practices = {
            {"Lægerne ved Torvet", "Torvet 1"}, {"Lægehuset Parken", "Parkvej 12"}, {"Stationens Læger", "Banegade 3"}
        };
        for (int i = 0; i < practices.length; i++) {
            jdbc.sql("""
                            insert into simulator.practice (code, municipality, name, address, open)
                            values (:code, :municipality, :name, :address, :open) on conflict do nothing
                            """)
                    .param("code", municipality + "0" + (i + 1))
                    .param("municipality", municipality)
                    .param("name", practices[i][0])
                    .param("address", practices[i][1])
                    .param("open", i < 2)
                    .update();
        }
    }
}
