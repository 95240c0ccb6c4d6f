-- What each verification of the ledger came to: a report of a period says when it was verified last, whichever instance did
-- that and however often it was started anew since.
create table ics.evidence_verification (
  id         uuid primary key,
  started_by text not null,
  started_at timestamptz not null,
  ended_at   timestamptz not null,
  entries    bigint not null check (entries >= 0),
  holds      boolean not null,
  -- How many findings there are of each type: {"TAIL_CUT":1}
  findings   text not null,
  check (ended_at >= started_at)
);
create index evidence_verification_at on ics.evidence_verification (started_at);
revoke update, delete, truncate on ics.evidence_verification from ${app};
select ics.watch_evidence('ics.evidence_verification', 'r.id');

-- Which checkpoint covers an entry, and what was signed in a period. The texts of checkpoints are never rewritten; the
-- members stand before the heads, so the first match is theirs. Instants of one second sort after the second itself.
create index evidence_checkpoint_to on ics.evidence_checkpoint (cast(substring(payload from '"to":([0-9]+)') as bigint));
create index evidence_checkpoint_at on ics.evidence_checkpoint ((substring(payload from '"at":"([^"]+)"') collate "C"));
