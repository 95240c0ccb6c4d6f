-- The evidence ledger (docs/adr/0090-evidence-ledger.md): what was done, chained, salted, append-only.

-- One act. The payload is the exact text that was hashed; hash = SHA-256(hash before || payload), the first of a chain
-- over the payload alone. A chain is a case's reference, or 'system'.
create table ics.evidence_entry (
  id       bigint  generated always as identity unique,
  chain    text    not null,
  sequence integer not null check (sequence > 0),
  payload  text    not null,
  hash     bytea   not null check (length(hash) = 32),
  primary key (chain, sequence)
);

-- What a salted hash in an entry was made of: a value and its salt, or the salt of a row's digest alone. Part of the case
-- file; lawful erasure empties both and leaves the rule it was done by.
create table ics.evidence_value (
  chain       text    not null,
  sequence    integer not null,
  name        text    not null,
  value       text,
  salt        bytea,
  erased_rule text,
  erased_at   timestamptz,
  primary key (chain, sequence, name),
  constraint erased_by_rule check ((erased_rule is null) = (erased_at is null)),
  constraint erased_whole check (erased_rule is null or (value is null and salt is null))
);

-- A signature over everything that was appended up to then.
create table ics.evidence_checkpoint (
  number    bigint primary key check (number > 0),
  payload   text   not null,
  signature bytea  not null,
  key_id    text   not null
);

-- The application adds and reads; it never changes what stands there.
revoke update, delete, truncate on ics.evidence_entry, ics.evidence_value, ics.evidence_checkpoint from ${app};

-- The one way to erase: a value, its salt and nothing else, with the rule it is done by. Runs as owner. The entry that
-- says so is appended in the same transaction; without it verification reports the value as missing.
create function ics.erase_evidence(of_chain text, of_sequence integer, of_name text, rule text, at timestamptz)
  returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  erased integer;
begin
  update ics.evidence_value set value = null, salt = null, erased_rule = rule, erased_at = at
  where chain = of_chain and sequence = of_sequence and name = of_name and erased_rule is null;
  get diagnostics erased = row_count;
  return erased;
end
$$;

-- Puts a table under watch: whatever writes a row of it leaves the row's name in the transaction, and the application
-- appends the digest of each row so named before it commits. key is SQL over a row called r. The columns that are
-- digested stand in WatchedTables.
create function ics.watch_evidence(watched regclass, key text) returns void language plpgsql as $$
declare
  named text := (select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname
                 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = watched);
  plain text := (select relname from pg_class where oid = watched);
begin
  execute format($function$
    create function ics.touch_%s() returns trigger language plpgsql as $body$
    begin
      perform set_config('ics.touched', concat(current_setting('ics.touched', true),
        (select string_agg(concat(%L, E'\t', %s, E'\n'), '') from touched r)), true);
      return null;
    end
    $body$
    $function$, plain, named, key);
  execute format('create trigger evidence_insert after insert on %s referencing new table as touched'
    || ' for each statement execute function ics.touch_%s()', watched, plain);
  execute format('create trigger evidence_update after update on %s referencing new table as touched'
    || ' for each statement execute function ics.touch_%s()', watched, plain);
  execute format('create trigger evidence_delete after delete on %s referencing old table as touched'
    || ' for each statement execute function ics.touch_%s()', watched, plain);
end
$$;

-- The engine's history.
select ics.watch_evidence('public.act_hi_procinst', 'r.id_');
select ics.watch_evidence('public.act_hi_actinst', 'r.id_');
select ics.watch_evidence('public.act_hi_taskinst', 'r.id_');
select ics.watch_evidence('public.act_hi_op_log', 'r.id_');
select ics.watch_evidence('public.act_hi_decinst', 'r.id_');

-- The case file.
select ics.watch_evidence('ics.case_file', 'r.reference');
select ics.watch_evidence('ics.document', 'r.id');
select ics.watch_evidence('ics.letter_document', 'r.document_id');
select ics.watch_evidence('ics.letter', 'r.message_id');
select ics.watch_evidence('ics.deadline', $$concat(r.case_reference, '/', r.code)$$);
select ics.watch_evidence(format('ics.%I', watched)::regclass, 'r.id')
from unnest(array['journal', 'note', 'correction', 'former_answers', 'forwarding', 'receipt', 'notice']) watched;
select ics.watch_evidence(format('ics.%I', watched)::regclass, 'r.case_reference')
from unnest(array['person', 'visitation', 'identity', 'registration', 'healthcard', 'mitid', 'residence', 'tax', 'benefit',
  'guidance', 'withdrawal', 'correction_request', 'relocation', 'departure', 'complaint', 'address_protection', 'nidc'])
  watched;
select ics.watch_evidence('ics.control', $$concat(r.case_reference, '/', r.control_no)$$);
select ics.watch_evidence('ics.control_requirement', $$concat(r.case_reference, '/', r.control_no, '/', r.requirement)$$);
select ics.watch_evidence('ics.control_difference', $$concat(r.case_reference, '/', r.control_no, '/', r.field)$$);
select ics.watch_evidence('ics.control_training', $$concat(r.case_reference, '/', r.control_no, '/', r.training_id)$$);

-- What controls follow, and who may make them.
select ics.watch_evidence('ics.procedure', 'r.number');
select ics.watch_evidence('ics.course', 'r.number');
select ics.watch_evidence('ics.training', 'r.id');
select ics.watch_evidence('ics.training_revocation', 'r.training_id');

-- Who may what, and who is served here.
select ics.watch_evidence('public.act_id_group', 'r.id_');
select ics.watch_evidence('public.act_id_membership', $$concat(r.user_id_, '/', r.group_id_)$$);
select ics.watch_evidence('public.act_id_tenant_member', 'r.id_');
select ics.watch_evidence('public.act_ru_authorization', 'r.id_');
select ics.watch_evidence('ics.agreement', 'r.id');
select ics.watch_evidence('ics.agreement_change', 'r.id');

-- Users: the engine counts failed log-ins in the same row, and a name is no right; what counts is that there is such a
-- user and that the password changed.
select ics.watch_evidence('public.act_id_user', 'r.id_');
drop trigger evidence_update on public.act_id_user;
create function ics.touch_act_id_user_password() returns trigger language plpgsql as $$
begin
  perform set_config('ics.touched', concat(current_setting('ics.touched', true),
    (select string_agg(concat('act_id_user', E'\t', r.id_, E'\n'), '')
     from touched r join before b on b.id_ = r.id_
     where (r.pwd_, r.salt_) is distinct from (b.pwd_, b.salt_))), true);
  return null;
end
$$;
create trigger evidence_update after update on public.act_id_user
  referencing old table as before new table as touched
  for each statement execute function ics.touch_act_id_user_password();
