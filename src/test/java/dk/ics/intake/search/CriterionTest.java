package dk.ics.intake.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriterionTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            REFERENCE,       2026-000123,    2026-000123
            REFERENCE,       2026-123,       2026-000123
            REFERENCE,       2026 000123,    2026-000123
            NAME,            Bo,             Bo
            BIRTH_DATE,      14.05.1991,     1991-05-14
            BIRTH_DATE,      14.5.1991,      1991-05-14
            BIRTH_DATE,      14/5-1991,      1991-05-14
            BIRTH_DATE,      14051991,       1991-05-14
            BIRTH_DATE,      1991-05-14,     1991-05-14
            BIRTH_DATE,      29.02.2000,     2000-02-29
            CPR_NUMBER,      740591-1234,    7405911234
            CPR_NUMBER,      7405911234,     7405911234
            CPR_NUMBER,      740591 1234,    7405911234
            DOCUMENT_NUMBER, C01X 00-T47,    C01X 00-T47
            PHONE,           +49 (30) 231250,+49 (30) 231250
            EMAIL,           a.b@example.org,a.b@example.org
            """)
    void readsWhatPeopleWrite(Criterion criterion, String text, String value) {
        assertThat(criterion.value(text).map(Object::toString)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            REFERENCE,       123
            REFERENCE,       2026-0001234567
            REFERENCE,       1999-000123
            NAME,            B
            NAME,            12345
            NAME,            a b c d e f g h i
            BIRTH_DATE,      14.05.91
            BIRTH_DATE,      31.02.1991
            BIRTH_DATE,      29.02.1900
            BIRTH_DATE,      i går
            CPR_NUMBER,      991391-1234
            CPR_NUMBER,      123
            DOCUMENT_NUMBER, C-1
            PHONE,           12345
            PHONE,           ring 12345678
            EMAIL,           navn
            EMAIL,           navn@firma
            """)
    void refusesWhatCannotBe(Criterion criterion, String text) {
        assertThat(criterion.value(text)).isEmpty();
    }

    @Test
    void refusesWhatNoKeyboardWrites() {
        for (Criterion criterion : Criterion.values()) {
            assertThat(criterion.value("Jensen\u0000")).isEmpty();
            assertThat(criterion.value("Jen\u202Esen")).isEmpty();
            assertThat(criterion.value("x".repeat(201))).isEmpty();
        }
    }
}
