-- Puts the supervision's tables under watch of the evidence ledger. In an empty database V189 comes before the ledger (V350),
-- so this is done when both are there, once for each table.
do $$
declare
  table_name text;
  table_key text;
begin
  for table_name, table_key in values
    ('supervision', 'r.number'),
    ('supervision_stratum', $k$concat(r.supervision, '/', r.municipality, '/', r.controlled_by)$k$),
    ('supervision_item', $k$concat(r.supervision, '/', r.item_no)$k$),
    ('supervision_review', $k$concat(r.supervision, '/', r.item_no)$k$),
    ('supervision_follow_up', $k$concat(r.supervision, '/', r.item_no, '/', r.kind)$k$),
    ('supervision_recontrol', $k$concat(r.supervision, '/', r.item_no)$k$),
    ('supervision_follow_up_end', $k$concat(r.supervision, '/', r.item_no, '/', r.kind)$k$),
    ('supervision_end', 'r.supervision')
  loop
    if not exists (select from pg_trigger
        where tgrelid = format('ics.%I', table_name)::regclass and tgname = 'evidence_insert') then
      perform ics.watch_evidence(format('ics.%I', table_name)::regclass, table_key);
    end if;
  end loop;
end
$$;
