package dk.ics.intake.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads every column of every {@code act_*} table and of the evidence ledger and reports where a person's value stands. Byte columns are decoded
 * as UTF-8, Latin-1 and UTF-16 and, where they are compressed, after unpacking.
 */
public final class PrivacyScan {

    /** Where a value was found: never the value itself, so that a failing test leaks nothing either. */
    public record Finding(String place, String field) {}

    /** What is hashed and signed must hold nothing of a person; values and salts beside it are the case file's. */
    private static final List<String> LEDGER = List.of("ics.evidence_entry", "ics.evidence_checkpoint");

    private final Needles needles;

    public PrivacyScan(Needles needles) {
        this.needles = needles;
    }

    public List<Finding> engineTables(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (var table : tables(connection)) {
            findings.addAll(table(connection, "public." + table));
        }
        for (var table : LEDGER) {
            findings.addAll(table(connection, table));
        }
        return findings;
    }

    List<Finding> lines(String source, Iterable<String> lines) {
        List<Finding> findings = new ArrayList<>();
        for (var line : lines) {
            needles.foundIn(line + " " + percentDecoded(line))
                    .forEach(field -> findings.add(new Finding(source, field)));
        }
        return findings;
    }

    static List<String> tables(Connection connection) throws SQLException {
        var names = new TreeSet<String>();
        try (var statement = connection.prepareStatement("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_name like 'act\\_%' and table_type = 'BASE TABLE'""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        if (names.size() < 40) {
            throw new IllegalStateException(
                    "Only " + names.size() + " engine tables found: scanning the wrong schema?");
        }
        return List.copyOf(names);
    }

    private List<Finding> table(Connection connection, String table) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    var place = table.replace("public.", "") + "." + columns.getColumnName(column);
                    for (var text : texts(rows, column)) {
                        needles.foundIn(text).forEach(field -> findings.add(new Finding(place, field)));
                    }
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value == null) {
            return List.of();
        }
        if (value instanceof byte[] bytes) {
            return decoded(bytes);
        }
        if (value instanceof Double number) {
            return List.of(java.math.BigDecimal.valueOf(number).toPlainString());
        }
        return List.of(value.toString());
    }

    private static String percentDecoded(String line) {
        try {
            return URLDecoder.decode(line, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return "";
        }
    }

    private static List<String> decoded(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        for (var variant : unpacked(bytes)) {
            texts.add(new String(variant, StandardCharsets.UTF_8));
            texts.add(new String(variant, StandardCharsets.ISO_8859_1));
            texts.add(new String(variant, StandardCharsets.UTF_16BE));
            texts.add(new String(variant, StandardCharsets.UTF_16LE));
        }
        return texts;
    }

    private static List<byte[]> unpacked(byte[] bytes) {
        List<byte[]> variants = new ArrayList<>(List.of(bytes));
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            variants.add(gzip.readAllBytes());
        } catch (IOException notGzip) {
            // Not compressed this way: the bytes as they stand are scanned in any case.
        }
        try (var deflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            variants.add(deflated.readAllBytes());
        } catch (IOException notDeflated) {
            // As above.
        }
        return variants;
    }
}
