package dk.ics.intake.database;

import java.nio.file.Path;

/** Another running application holds the data folder. */
public final class DataFolderInUse extends RuntimeException {

    DataFolderInUse(Path directory) {
        super("Another application runs on the data folder " + directory.toAbsolutePath());
    }
}
