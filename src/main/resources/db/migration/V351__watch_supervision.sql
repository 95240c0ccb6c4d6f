-- The supervision's tables (V189) under watch of the ledger, which came after them.
select ics.watch_evidence('ics.supervision', 'r.number'),
  ics.watch_evidence('ics.supervision_stratum', $k$concat(r.supervision, '/', r.municipality, '/', r.controlled_by)$k$),
  ics.watch_evidence('ics.supervision_item', $k$concat(r.supervision, '/', r.item_no)$k$),
  ics.watch_evidence('ics.supervision_review', $k$concat(r.supervision, '/', r.item_no)$k$),
  ics.watch_evidence('ics.supervision_follow_up', $k$concat(r.supervision, '/', r.item_no, '/', r.kind)$k$),
  ics.watch_evidence('ics.supervision_recontrol', $k$concat(r.supervision, '/', r.item_no)$k$),
  ics.watch_evidence('ics.supervision_follow_up_end', $k$concat(r.supervision, '/', r.item_no, '/', r.kind)$k$),
  ics.watch_evidence('ics.supervision_end', 'r.supervision');
