package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.casefile.ShownAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Vælg læge«: in group 1 a doctor must be chosen among those who are open (sundhedsloven §§ 58-59). */
@Component
class ChooseDoctorRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final ShownAddress address;
    private final InsuranceCountry insuranceCountry;

    ChooseDoctorRule(CaseFile caseFile, Citizen citizen, ShownAddress address, InsuranceCountry insuranceCountry) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.address = address;
        this.insuranceCountry = insuranceCountry;
    }

    @Override
    public String formId() {
        return "chooseDoctor";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("offeredDoctors"));
        Map<String, Object> shown = new HashMap<>(insuranceCountry.question(reference));
        shown.put(
                "facts",
                citizen.facts(reference).add("Adresse", address.line(reference)).rows());
        shown.put("doctors", OfferedDoctor.options(known.get("offeredDoctors")));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), offered(submission.reference()));
    }

    static List<FieldProblem> problems(Map<String, Object> values, List<OfferedDoctor> offered) {
        return new Problems(values)
                .when(
                        "groupOne".equals(values.get("insuranceGroup"))
                                && offered.stream()
                                        .noneMatch(doctor -> doctor.number().equals(values.get("doctorNumber"))),
                        "doctorNumber",
                        "I gruppe 1 skal der vælges en læge fra listen.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return offered(submission.reference()).stream()
                .filter(doctor -> doctor.number().equals(submission.values().get("doctorNumber")))
                .findFirst()
                .map(doctor -> Map.<String, Object>of("doctorName", doctor.name(), "doctorAddress", doctor.address()))
                .orElse(Map.of());
    }

    private List<OfferedDoctor> offered(CaseReference reference) {
        return OfferedDoctor.of(
                caseFile.read(reference, List.of("offeredDoctors")).get("offeredDoctors"));
    }
}
