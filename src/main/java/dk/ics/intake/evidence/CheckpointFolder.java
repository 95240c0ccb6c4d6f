package dk.ics.intake.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints outside the database: a file each, a thousand in a folder, written whole or not at all and never
 * replaced; beside them the statements of lawful restores.
 */
public final class CheckpointFolder {

    private static final int IN_A_FOLDER = 1000;
    private static final Pattern FILE = Pattern.compile("checkpoint-(\\d{12})\\.json");
    private static final Pattern FOLDER = Pattern.compile("\\d{9}");

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps the checkpoint; one that is there already must be the same. Says whether it was new. */
    boolean keep(Checkpoint checkpoint) throws IOException {
        Path file = file(checkpoint.number());
        if (Files.exists(file)) {
            if (!read(file).isSame(checkpoint)) {
                throw new IOException("Checkpoint " + checkpoint.number() + " was exported before with other content");
            }
            return false;
        }
        write(file, checkpoint.file());
        return true;
    }

    /** The highest number there is. */
    OptionalLong last() throws IOException {
        List<Path> folders = sorted(folder, FOLDER);
        for (int i = folders.size() - 1; i >= 0; i--) {
            List<Path> files = sorted(folders.get(i), FILE);
            if (!files.isEmpty()) {
                return OptionalLong.of(number(files.get(files.size() - 1)));
            }
        }
        return OptionalLong.empty();
    }

    /** All checkpoints in the order of their numbers, read one by one. */
    Stream<Checkpoint> all() throws IOException {
        return sorted(folder, FOLDER).stream().flatMap(one -> {
            try {
                return sorted(one, FILE).stream().map(CheckpointFolder::readUnchecked);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The checkpoints after a number, with their hashes. */
    Map<Long, String> hashesAfter(long number) throws IOException {
        Map<Long, String> hashes = new TreeMap<>();
        try (Stream<Checkpoint> all = all()) {
            all.filter(checkpoint -> checkpoint.number() > number)
                    .forEach(checkpoint -> hashes.put(checkpoint.number(), checkpoint.hash()));
        }
        return hashes;
    }

    void keep(Restore restore) throws IOException {
        Restore.Content content = restore.content();
        write(
                folder.resolve("restore-%012d-%s.json"
                        .formatted(content.kept(), content.at().toString().replaceAll("[^0-9]", ""))),
                restore.file());
    }

    List<Restore> restores() throws IOException {
        return sorted(folder, Pattern.compile("restore-\\d{12}-\\d+\\.json")).stream()
                .map(file -> {
                    try {
                        return Restore.ofFile(Files.readString(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    private Path file(long number) {
        return folder.resolve("%09d".formatted(number / IN_A_FOLDER))
                .resolve("checkpoint-%012d.json".formatted(number));
    }

    private static long number(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " is no checkpoint");
        }
        return Long.parseLong(name.group(1));
    }

    private static Checkpoint readUnchecked(Path file) {
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checkpoint read(Path file) throws IOException {
        try {
            return Checkpoint.ofFile(Files.readString(file));
        } catch (IllegalArgumentException broken) {
            // Named by its number and with nothing that verifies: whoever checks it finds it wrong.
            return new Checkpoint(number(file), "", new byte[0], "");
        }
    }

    private static List<Path> sorted(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** On the disk before it has its name. */
    private static void write(Path file, String content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".", ".new");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
