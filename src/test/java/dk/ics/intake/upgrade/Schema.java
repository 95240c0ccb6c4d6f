package dk.ics.intake.upgrade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The schema of a database as SQL that makes it again, from PostgreSQL's catalogue. */
final class Schema {

    /** Schemas that are not PostgreSQL's own; {@code n} is {@code pg_namespace}. */
    static final String OURS = "n.nspname !~ '^(pg_|information_schema$)'";

    /** Where a script is parted: the driver does not see that a body in standard SQL ends before the next command. */
    static final String CUT = "-- cut";

    /** Not what an extension brings along. */
    private static final String OWN_PROC = "not exists (select from pg_depend x"
            + " where x.classid = 'pg_proc'::regclass and x.objid = p.oid and x.deptype = 'e')";

    private static final String SEQUENCE_OPTIONS =
            "'increment by %s minvalue %s maxvalue %s start with %s cache %s%s', s.seqincrement, s.seqmin, s.seqmax,"
                    + " s.seqstart, s.seqcache, case when s.seqcycle then ' cycle' else '' end";

    /** What stands in the catalogue and not in the SQL below: each query gives one line for each such thing. */
    private static final List<String> NOT_KNOWN = List.of(
            """
            select format('%I.%I is of kind %s', n.nspname, c.relname, c.relkind)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where OURS and (c.relkind not in ('r', 'i', 'S') or c.relpersistence <> 'p' or c.relhassubclass
              or c.relispartition or c.relrowsecurity or (c.relkind = 'r' and c.relreplident <> 'd')
              or (c.relkind <> 'i' and c.reloptions is not null) or c.reltablespace <> 0)
            """,
            """
            select format('%I.%I.%I has rights, a collation or statistics of its own', n.nspname, c.relname, a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
            join pg_namespace n on n.oid = c.relnamespace
            where OURS and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
              and (a.attacl is not null or a.attcollation <> t.typcollation or a.attoptions is not null)
            """,
            """
            select format('sequence %I.%I belongs to a column', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a'
            where OURS and c.relkind = 'S'
            """,
            """
            select format('type %I.%I', n.nspname, t.typname)
            from pg_type t join pg_namespace n on n.oid = t.typnamespace
            where OURS and t.typrelid = 0 and t.typelem = 0 and not exists (select from pg_depend x
              where x.classid = 'pg_type'::regclass and x.objid = t.oid and x.deptype = 'e')
            """,
            """
            select format('function %I.%I is no plain function or has rights of its own', n.nspname, p.proname)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where OURS and OWN_PROC and (p.prokind not in ('f', 'p') or p.proacl is not null)
            """,
            """
            select format('rule %s', r.rulename)
            from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
            where OURS
            """,
            """
            select format('extension %s of schema %I', e.extname, n.nspname)
            from pg_extension e join pg_namespace n on n.oid = e.extnamespace where not (OURS) and e.extname <> 'plpgsql'
            """,
            """
            select format('%s owns something', rolname) from pg_roles where oid in (
              select relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace where OURS
              union select proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where OURS and OWN_PROC
              union select extowner from pg_extension where extname <> 'plpgsql'
              union select defaclrole from pg_default_acl) and rolname <> 'owner'
            """,
            "select 'default rights' from pg_default_acl where defaclnamespace = 0 or defaclobjtype not in ('r', 'S', 'f')");

    private final Statement statement;

    Schema(Statement statement) {
        this.statement = statement;
    }

    void refuseWhatWouldBeLost() throws SQLException {
        List<String> lost = new ArrayList<>();
        for (String query : NOT_KNOWN) {
            lost.addAll(lines(query));
        }
        if (!lost.isEmpty()) {
            throw new IllegalStateException("The dump would lose: " + String.join("; ", lost));
        }
    }

    /** What must be there before the rows. */
    String tables() throws SQLException {
        List<String> sql = new ArrayList<>();
        sql.addAll(lines("""
                select format('create schema %I', n.nspname) from pg_namespace n
                where OURS and n.nspname <> 'public' order by 1
                """));
        sql.addAll(lines("""
                select format('create extension %I schema %I', e.extname, n.nspname)
                from pg_extension e join pg_namespace n on n.oid = e.extnamespace where OURS order by 1
                """));
        sql.addAll(functions("not"));
        sql.addAll(lines("""
                select format('create sequence %I.%I as %s ', n.nspname, c.relname, format_type(s.seqtypid, null))
                  || format(OPTIONS)
                from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
                where OURS and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
                order by n.nspname, c.relname
                """.replace("OPTIONS", SEQUENCE_OPTIONS)));
        sql.addAll(lines("""
                select format(E'create table %I.%I (\\n  %s\\n)', n.nspname, c.relname, string_agg(
                  format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                  || case when a.attidentity <> '' then format(' generated %s as identity (sequence name %s ',
                       case a.attidentity when 'a' then 'always' else 'by default' end, s.seqrelid::regclass)
                       || format(OPTIONS) || ')'
                     when a.attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                     when d.adbin is not null then format(' default %s', pg_get_expr(d.adbin, d.adrelid))
                     else '' end
                  || case when a.attnotnull then ' not null' else '' end, E',\\n  ' order by a.attnum))
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                left join pg_depend i on i.classid = 'pg_class'::regclass and i.refobjid = c.oid
                  and i.refobjsubid = a.attnum and i.deptype = 'i'
                left join pg_sequence s on s.seqrelid = i.objid
                where OURS and c.relkind = 'r'
                group by n.nspname, c.relname order by n.nspname, c.relname
                """.replace("OPTIONS", SEQUENCE_OPTIONS)));
        sql.addAll(functions(""));
        return script(sql);
    }

    /**
     * The functions whose bodies in standard SQL name tables, or others of these, or those that do not.
     *
     * @param not nothing, or {@code not}
     */
    private List<String> functions(String not) throws SQLException {
        return lines("""
                with recursive of_tables(function) as (
                  select d.objid from pg_depend d
                  where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_class'::regclass
                  union
                  select d.objid from pg_depend d join of_tables f on f.function = d.refobjid
                  where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_proc'::regclass)
                select pg_get_functiondef(p.oid) || case when p.prosqlbody is null then '' else E'\\nCUT' end
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where OURS and OWN_PROC and p.oid NOT in (select function from of_tables) order by p.oid
                """.replace("NOT", not));
    }

    /** What the rows keep to, who may what, and where the sequences stand: when the rows are there. */
    String rules() throws SQLException {
        List<String> sql = new ArrayList<>();
        sql.addAll(lines("""
                select format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                  pg_get_constraintdef(k.oid))
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where OURS and k.contype <> 't' order by k.contype = 'f', n.nspname, c.relname, k.conname
                """));
        sql.addAll(lines("""
                select pg_get_indexdef(i.indexrelid) from pg_index i
                join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                where OURS and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
                order by n.nspname, c.relname
                """));
        sql.addAll(lines("""
                select pg_get_triggerdef(g.oid) from pg_trigger g
                join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where OURS and not g.tgisinternal order by n.nspname, c.relname, g.tgname
                """));
        sql.addAll(rights());
        sql.addAll(lines("""
                select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
                from pg_sequences n where schemaname !~ '^pg_' and last_value is not null order by 1
                """));
        return script(sql);
    }

    private List<String> rights() throws SQLException {
        List<String> sql = new ArrayList<>();
        sql.addAll(lines("""
                select format('grant %s on schema %I to %s', string_agg(r.privilege_type, ', ' order by r.privilege_type),
                  n.nspname, NAME)
                from pg_namespace n, aclexplode(n.nspacl) r
                where OURS and r.grantee <> n.nspowner group by n.nspname, r.grantee order by 1
                """));
        sql.addAll(lines("""
                select format('grant %s on %s %I.%I to %s', string_agg(r.privilege_type, ', ' order by r.privilege_type),
                  case c.relkind when 'S' then 'sequence' else 'table' end, n.nspname, c.relname, NAME)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) r
                where OURS and r.grantee <> c.relowner
                group by n.nspname, c.relname, c.relkind, r.grantee order by n.nspname, c.relname, 1
                """));
        sql.addAll(lines("""
                select format('alter default privileges in schema %I grant %s on %s to %s', n.nspname,
                  string_agg(r.privilege_type, ', ' order by r.privilege_type),
                  case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' end,
                  NAME)
                from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) r
                where OURS and r.grantee <> d.defaclrole
                group by n.nspname, d.defaclobjtype, r.grantee order by 1
                """));
        return sql;
    }

    private List<String> lines(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query.replace("OURS", OURS)
                .replace("OWN_PROC", OWN_PROC)
                .replace("CUT", CUT)
                .replace("NAME", "case r.grantee when 0 then 'public' else r.grantee::regrole::text end"))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static String script(List<String> sql) {
        return String.join(";\n", sql) + ";\n";
    }
}
