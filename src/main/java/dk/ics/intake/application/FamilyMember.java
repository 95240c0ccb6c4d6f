package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseFileEntry;

/**
 * One person of an application.
 *
 * @param relation what the person is to the first one: {@code applicant}, {@code spouse}, {@code child},
 *     {@code parent} or {@code other}
 */
public record FamilyMember(CaseFileEntry entry, String relation) {

    /** As caseworkers call it. */
    public String relationInDanish() {
        return switch (relation) {
            case "applicant" -> "ansøger";
            case "spouse" -> "ægtefælle";
            case "child" -> "barn";
            case "parent" -> "forælder";
            default -> "anden familie";
        };
    }
}
