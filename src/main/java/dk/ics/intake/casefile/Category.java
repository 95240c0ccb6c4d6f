package dk.ics.intake.casefile;

import java.util.Arrays;
import java.util.Optional;

/** What a citizen moves to Denmark as. Which rules follow from it stands in the decisions, not here. */
public enum Category {
    EU_WORKER("euWorker", "EU-/EØS-borger eller schweizer, der skal arbejde"),
    EU_STUDENT("euStudent", "EU-/EØS-borger eller schweizer, der skal studere"),
    EU_JOBSEEKER("euJobseeker", "EU-/EØS-borger eller schweizer, der søger arbejde"),
    EU_SELF_SUFFICIENT("euSelfSufficient", "EU-/EØS-borger eller schweizer med egne midler"),
    EU_FAMILY("euFamily", "Familie til EU-borger, selv EU-/EØS-borger eller schweizer"),
    EU_FAMILY_THIRD_COUNTRY("euFamilyThirdCountry", "Familie til EU-borger, fra et land uden for EU/EØS"),
    NORDIC("nordic", "Nordisk statsborger"),
    THIRD_COUNTRY("thirdCountry", "Borger fra et land uden for EU/EØS med opholdstilladelse"),
    ACCOMPANYING_FAMILY("accompanyingFamily", "Medfølgende familie til en borger med opholdstilladelse"),
    RETURNING_DANE("returningDane", "Dansk statsborger, der vender hjem");

    private final String code;
    private final String danishName;

    Category(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** The category with this code, if there is one. */
    public static Optional<Category> find(String code) {
        return Arrays.stream(values())
                .filter(category -> category.code.equals(code))
                .findFirst();
    }

    /** The code in the database, in process variables, decisions, forms and the interface. */
    public String code() {
        return code;
    }

    /** What caseworkers call it. */
    public String danishName() {
        return danishName;
    }
}
