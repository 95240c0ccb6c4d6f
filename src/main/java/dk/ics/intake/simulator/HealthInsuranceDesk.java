package dk.ics.intake.simulator;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The doctors' list of each municipality, and the ordering of health cards. */
final class HealthInsuranceDesk implements Desk {

    /** Kilometres, in the order of the practices. */
    private static final double[] DISTANCES = {0.8, 3.1, 1.4, 12.4};

    private final JdbcClient jdbc;
    private final Books books;
    private final Postman postman;

    HealthInsuranceDesk(JdbcClient jdbc, Books books, Postman postman) {
        this.jdbc = jdbc;
        this.books = books;
        this.postman = postman;
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
                        "distance", distance(row.getString(1)),
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
        deliver(call);
        return Reply.ok(Map.of("order", books.issue("healthCard", key, "SK-%07d")));
    }

    /** The post is as quick as everything in the demonstration; behaviour REJECT brings the card back. */
    private void deliver(Call call) {
        String forwarding = call.text("forwardingId");
        if (!forwarding.isEmpty()) {
            String kind = call.behaves(Behaviour.Kind.REJECT) ? "AFVIST" : "ACCEPTERET";
            postman.send(
                    authority(),
                    call.behaviour(),
                    List.of(
                            new Receipt(forwarding + "-1", forwarding, "MODTAGET", Map.of()),
                            new Receipt(forwarding + "-2", forwarding, kind, Map.of("card", "post"))));
        }
    }

    private static double distance(String code) {
        return DISTANCES[Integer.parseInt(code.substring(code.length() - 1)) - 1];
    }

    /** Each municipality has two practices that take patients in, one that is closed, and an open one far away. */
    private void openFirstPractices(String municipality) {
        String[][] practices = {
            {"Lægerne ved Torvet", "Torvet 1"},
            {"Lægehuset Parken", "Parkvej 12"},
            {"Stationens Læger", "Banegade 3"},
            {"Lægerne på Landet", "Skovvej 40"}
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
                    .param("open", i != 2)
                    .update();
        }
    }
}
