package dk.ics.intake.application;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;

/** A file that came with an application; its content is what its content type says. */
public record SubmittedDocument(DocumentType type, DocumentFile file) {}
