package dk.ics.intake.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases of earlier versions, one file each: {@code src/test/resources/upgrade/0.1.0.zip}. */
public final class Fixture {

    private static final Path FOLDER = Path.of("src/test/resources/upgrade");

    private Fixture() {}

    /** Where the fixture of a version lies. */
    public static Path of(String version) {
        return FOLDER.resolve(version + ".zip");
    }

    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The BPMN files that the cases of a database may follow, as they were deployed. */
    static List<byte[]> models(JdbcClient database) {
        return database.sql("""
                        select b.bytes_ from public.act_re_procdef d join public.act_ge_bytearray b
                        on b.deployment_id_ = d.deployment_id_ and b.name_ = d.resource_name_
                        """).query((row, number) -> row.getBytes(1)).list();
    }
}
