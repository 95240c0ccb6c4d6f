package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class SameIdentityDocumentTest {

    private static final Act ACT = Act.bySystem("applicationReceived");

    @Autowired
    CaseFile caseFile;

    @ParameterizedTest
    @ValueSource(strings = {"C01X00T47", "c01x00t47", "C01 X00 T47", "C01-X00-T47"})
    void another_open_case_is_found_however_the_number_is_written(String number) {
        CaseReference earlier = open("0101", "DEU", "C01X00T47");
        CaseReference mine = open("0265", "DEU", number);

        assertThat(caseFile.otherOpenCasesWithSameIdentityDocument(mine))
                .singleElement()
                .returns(earlier, found -> found.entry().reference())
                .satisfies(found -> assertThat(found.person())
                        .containsEntry("familyName", "Nadelmann")
                        .containsEntry("identityDocumentNumber", "C01X00T47"));
        caseFile.close(earlier, "completed", ACT);
        caseFile.close(mine, "completed", ACT);
    }

    @Test
    void closed_cases_other_states_and_cases_without_number_are_not() {
        CaseReference closed = open("0101", "ITA", "CA00000AA");
        caseFile.close(closed, "completed", ACT);
        open("0101", "POL", "CA00000AA");
        CaseReference mine = open("0101", "ITA", "CA00000AA");

        assertThat(caseFile.otherOpenCasesWithSameIdentityDocument(mine)).isEmpty();

        CaseReference without = caseFile.open(new MunicipalityCode("0101"), "euWorker", "phone", ACT);
        caseFile.open(new MunicipalityCode("0101"), "euWorker", "phone", ACT);
        assertThat(caseFile.otherOpenCasesWithSameIdentityDocument(without)).isEmpty();
        CaseReference dashes = open("0101", "ITA", "--");
        open("0101", "ITA", "-");
        assertThat(caseFile.otherOpenCasesWithSameIdentityDocument(dashes)).isEmpty();
    }

    private CaseReference open(String municipality, String state, String number) {
        CaseReference reference = caseFile.open(new MunicipalityCode(municipality), "euWorker", "selfService", ACT);
        caseFile.write(
                reference,
                Map.of(
                        "familyName", "Nadelmann",
                        "identityDocumentState", state,
                        "identityDocumentNumber", number),
                ACT);
        return reference;
    }
}
