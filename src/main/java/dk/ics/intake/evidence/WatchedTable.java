package dk.ics.intake.evidence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose rows the ledger keeps digests of, and the SQL that reads them. The application when it appends and
 * verification on any database use the same text; it calls no function or view of the database's own.
 *
 * @param name as {@code ics.touched} names it
 * @param key columns of the row's name
 * @param owner how the case of a row is found
 * @param salted whether its digests need a salt because the columns tell of people
 * @param versions the columns that are digested; a table that gets a further column gets a further list, for digests of
 *     the shorter one stand in payloads that are never rewritten
 */
record WatchedTable(String name, List<Key> key, Owner owner, boolean salted, List<List<String>> versions) {

    /** A column of the key and the type a text is cast to, to be compared with it. */
    record Key(String column, String type) {}

    /**
     * How the case of a row is found.
     *
     * @param join a further table, or empty
     * @param column the case's reference, or {@code null} for tables that belong to no case
     */
    record Owner(String join, String column) {

        static final Owner NONE = new Owner("", "null::text");
        static final Owner INSTANCE =
                new Owner("left join public.act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_", "p.business_key_");

        static Owner column(String column) {
            return new Owner("", "t." + column);
        }

        boolean isNone() {
            return this == NONE;
        }
    }

    int version() {
        return versions.size();
    }

    String keyText() {
        return key.stream().map(part -> "t." + part.column() + "::text").collect(Collectors.joining(" || '/' || "));
    }

    String chain() {
        return "coalesce(" + owner.column() + ", '" + Evidence.SYSTEM + "')";
    }

    /** The rows with these names, as one parameter of type text[]. */
    String byKeys() {
        return head() + keyed();
    }

    /** The rows of these cases, as one parameter of type text[]; a table of no case has none. */
    String byChains() {
        return head() + " where " + owner.column() + " = any(?::text[])";
    }

    /** The rows of no case. */
    String ofNoCase() {
        return head() + " where " + owner.column() + " is null";
    }

    /** Names and chains of the rows of cases that have no entry at all. */
    String ofUnknownChains() {
        return "select " + keyText() + ", " + owner.column() + from() + " where " + owner.column()
                + " is not null and not exists (select from ics.evidence_entry e where e.chain = " + owner.column()
                + ") order by 2, 1";
    }

    /** Name, chain, and a digest for each version of the columns. */
    private String head() {
        return "select '" + name + "', " + keyText() + ", " + chain() + ", "
                + versions.stream().map(WatchedTable::digest).collect(Collectors.joining(", ", "array[", "]")) + from();
    }

    private String from() {
        return " from " + (name.contains(".") ? name : "public." + name) + " t " + owner.join();
    }

    private String keyed() {
        if (key.size() == 1) {
            return " where t." + key.get(0).column() + " = any(?::text[]::"
                    + key.get(0).type() + "[])";
        }
        return " where ("
                + key.stream().map(part -> "t." + part.column()).collect(Collectors.joining(", ")) + ") in (select "
                + IntStream.rangeClosed(1, key.size())
                        .mapToObj(part -> "split_part(k, '/', " + part + ")::"
                                + key.get(part - 1).type())
                        .collect(Collectors.joining(", "))
                + " from unnest(?::text[]) k)";
    }

    /** jsonb writes every type in one way that no setting changes, times with a zone apart: those are read in UTC. */
    private static String digest(List<String> columns) {
        return columns.stream()
                .map(column -> "t." + column)
                .collect(Collectors.joining(", ", "sha256(convert_to(jsonb_build_array(", ")::text, 'UTF8'))"));
    }
}
