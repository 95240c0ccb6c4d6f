package dk.ics.intake.evidence;

import dk.ics.intake.vault.ContentForeign;
import dk.ics.intake.vault.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares the rows of watched tables with what the last entry that names each says of it. */
final class RowCheck {

    private static final int DOCUMENTS_AT_ONCE = 20;

    private final Connection connection;
    private final Findings findings;
    private final @Nullable Vault vault;
    private long rows;

    /** @param vault opens the contents of documents; without it sealed ones are not compared */
    RowCheck(Connection connection, Findings findings, @Nullable Vault vault) {
        this.connection = connection;
        this.findings = findings;
        this.vault = vault;
    }

    /** All rows of these chains. */
    void of(Collection<ChainCheck> chains) throws SQLException {
        Map<String, Map<String, ChainCheck.Expected>> expected = new HashMap<>();
        chains.forEach(chain -> expected.put(chain.chain(), chain.rows()));
        for (WatchedTable table : WatchedTables.all()) {
            compare(expected, WatchedRows.ofChains(connection, table, expected.keySet()));
            if (expected.containsKey(Evidence.SYSTEM)) {
                compare(expected, WatchedRows.ofNoCase(connection, table));
            }
        }
        expected.forEach((chain, left) -> left.forEach((row, last) -> {
            if (last.digest() != null) {
                findings.add(Finding.of(FindingType.ROW_MISSING, chain, last.sequence(), place(row)));
            }
        }));
        documents(expected.keySet());
    }

    /** Rows of cases that the ledger has no entry of. */
    void ofUnknownChains() throws SQLException {
        for (WatchedTable table : WatchedTables.all()) {
            if (!table.owner().isNone()) {
                try (PreparedStatement statement = connection.prepareStatement(table.ofUnknownChains());
                        ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        findings.add(Finding.of(
                                FindingType.ROW_INSERTED,
                                found.getString(2),
                                null,
                                table.name() + " " + found.getString(1)));
                    }
                }
            }
        }
    }

    long rows() {
        return rows;
    }

    private void compare(Map<String, Map<String, ChainCheck.Expected>> expected, List<RowDigest> stored) {
        for (RowDigest row : stored) {
            rows++;
            Map<String, ChainCheck.Expected> ofChain = expected.get(row.chain());
            ChainCheck.Expected last =
                    ofChain == null ? null : ofChain.remove(row.table().name() + "\t" + row.key());
            String place = row.table().name() + " " + row.key();
            if (last == null || last.digest() == null) {
                findings.add(Finding.of(
                        FindingType.ROW_INSERTED, row.chain(), last == null ? null : last.sequence(), place));
            } else if (!fits(row, last.digest(), last.salt())) {
                findings.add(Finding.of(FindingType.ROW_CHANGED, row.chain(), last.sequence(), place));
            }
        }
    }

    /** A row whose salt was lawfully erased cannot be compared, one whose salt is missing is reported for that. */
    private static boolean fits(RowDigest row, String expected, @Nullable StoredValue salt) {
        int colon = expected.indexOf(':');
        int version = colon < 0 ? 1 : Integer.parseInt(expected.substring(0, colon));
        List<byte[]> digests = row.digests();
        if (digests == null || version > digests.size()) {
            return false;
        }
        byte[] digest = digests.get(version - 1);
        if (row.table().salted()) {
            byte[] bytes = salt == null ? null : salt.salt();
            if (bytes == null) {
                return true;
            }
            digest = Digests.salted(bytes, digest);
        }
        return Digests.text(digest).equals(expected.substring(colon + 1));
    }

    /** What is sealed is opened one by one; without the keys it is only counted. */
    private void documents(Collection<String> chains) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select case_reference, id, sha256, content, content_key from ics.document
                where case_reference = any(?::text[]) and content is not null
                  and (content_key is not null or encode(sha256(content), 'hex') is distinct from sha256)
                """)) {
            statement.setFetchSize(DOCUMENTS_AT_ONCE);
            statement.setArray(1, WatchedRows.array(connection, chains));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    UUID id = found.getObject(2, UUID.class);
                    String key = found.getString(5);
                    FindingType type = key == null || vault != null && !holds(vault, id, found)
                            ? FindingType.DOCUMENT_CHANGED
                            : FindingType.DOCUMENT_SEALED;
                    if (type == FindingType.DOCUMENT_CHANGED || vault == null) {
                        findings.add(Finding.of(type, found.getString(1), null, "ics.document " + id));
                    }
                }
            }
        }
    }

    private static boolean holds(Vault vault, UUID id, ResultSet row) throws SQLException {
        try {
            byte[] content = vault.open(Vault.Kind.DOCUMENT, id, row.getBytes(4), row.getString(5));
            return HexFormat.of().formatHex(Digests.sha256().digest(content)).equals(row.getString(3));
        } catch (ContentForeign foreign) {
            return false;
        }
    }

    private static String place(String row) {
        return row.replace('\t', ' ');
    }
}
