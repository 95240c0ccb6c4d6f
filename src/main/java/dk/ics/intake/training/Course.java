package dk.ics.intake.training;

import org.jspecify.annotations.Nullable;

/**
 * A course as it holds now.
 *
 * @param requiredFor the group whose tasks take it, or null if it is no longer required
 * @param months how long it is valid
 */
public record Course(String code, String title, @Nullable String requiredFor, int months) {}
