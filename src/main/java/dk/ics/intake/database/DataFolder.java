package dk.ics.intake.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The folder the demo keeps between runs. One application at a time holds its lock, which the operating system releases
 * when that application dies, however it dies.
 */
final class DataFolder implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private DataFolder(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static DataFolder lock(Path directory) {
        FileChannel channel = null;
        try {
            PrivateFile.directory(directory);
            channel = FileChannel.open(
                    directory.resolve("application.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new DataFolder(directory.toRealPath(), channel);
            }
            channel.close();
            throw new DataFolderInUse(directory);
        } catch (OverlappingFileLockException e) {
            release(channel);
            throw new DataFolderInUse(directory);
        } catch (IOException e) {
            release(channel);
            throw new UncheckedIOException("The data folder " + directory.toAbsolutePath() + " cannot be used", e);
        }
    }

    private static void release(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    /** Where the server's programs are unpacked: beside the data, so that two users of one machine do not meet. */
    Path binaries() {
        return directory.resolve("postgres-programs");
    }

    Path passwords() {
        return directory.resolve("database-passwords.properties");
    }

    /** The file from which a new database takes its superuser's password. */
    Path superuserPassword() {
        return directory.resolve("superuser-password");
    }

    /** Whether roles and database were made; a crash in the first start leaves a folder that is not complete. */
    boolean isComplete() {
        return Files.exists(complete());
    }

    void markComplete() throws IOException {
        Files.deleteIfExists(superuserPassword());
        Files.createFile(complete());
    }

    private Path complete() {
        return directory.resolve("postgres-complete");
    }

    /** Removes what an interrupted first start left; no case has been in it. */
    void discardHalfMadeDatabase() throws IOException {
        FileSystemUtils.deleteRecursively(postgres());
    }

    @Override
    public void close() {
        release(lock);
    }
}
