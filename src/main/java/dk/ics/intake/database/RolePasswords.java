package dk.ics.intake.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The random passwords of the embedded database's roles, kept in a file only its owner reads. */
record RolePasswords(String superuser, String owner, String app) {

    /** Reads the passwords, or makes them if the file is not there. */
    static RolePasswords keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            PrivateFile.write(
                    file,
                    "superuser=%s%nowner=%s%napp=%s%n".formatted(generate(random), generate(random), generate(random)));
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new RolePasswords(
                read(properties, "superuser", file), read(properties, "owner", file), read(properties, "app", file));
    }

    private static String read(Properties properties, String role, Path file) throws IOException {
        String password = properties.getProperty(role);
        if (password == null || !password.matches("[0-9a-f]{48}")) {
            throw new IOException("No password of " + role + " in " + file);
        }
        return password;
    }

    private static String generate(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "RolePasswords[masked]";
    }
}
