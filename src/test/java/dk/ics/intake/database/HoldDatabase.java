package dk.ics.intake.database;

import java.nio.file.Path;

/** A process of its own that holds an embedded database until it is killed. */
final class HoldDatabase {

    private HoldDatabase() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        System.out.println("ready " + database.url());
        Thread.sleep(Long.MAX_VALUE);
    }
}
