-- Who is served here: what a municipality has left to ICS by agreement (CPR-loven § 6 stk. 9; sundhedsloven § 12 stk. 6),
-- for whom, with which service, from when to when. What has no row is not served. A reservation is the agreement's own
-- words; where there is one, a person looks at the case (docs/adr/0080-agreements-by-day.md).
create extension if not exists btree_gist;

create table ics.agreement (
  id           uuid primary key,
  municipality text not null check (municipality ~ '^[0-9]{4}$' and municipality <> '0000'),
  category     text not null,
  service      text not null,
  valid_from   date not null,
  valid_to     date,
  reservation  text,
  check (valid_to is null or valid_to >= valid_from),
  constraint agreement_once_a_day exclude using gist
    (municipality with =, category with =, service with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Who changed what when. Never updated, never deleted.
create table ics.agreement_change (
  id           bigint generated always as identity primary key,
  agreement_id uuid not null,
  at           timestamptz not null,
  user_id      text not null,
  act          text not null check (act in ('concluded', 'changed')),
  municipality text not null,
  category     text not null,
  service      text not null,
  valid_from   date not null,
  valid_to     date,
  reservation  text
);
create index agreement_change_of on ics.agreement_change (agreement_id, id);
revoke update, delete on ics.agreement_change from ${app};
revoke delete on ics.agreement from ${app};

-- The host and its 37 partners with everything (lifeindenmark.borger.dk, ICS East; letter of 20 January 2022 for the 29
-- partners of that time). Since when the other eight take part is not known: their agreements begin on the first day
-- on which all 37 are named.
create temporary table partner (municipality text, valid_from date) on commit drop;
insert into partner
  select '0101', date '2013-06-01'
  union all
  select municipality, date '2022-01-01' from unnest(array[
    '0147', '0153', '0159', '0161', '0165', '0167', '0169', '0173', '0175', '0183', '0190', '0201', '0210', '0219',
    '0223', '0230', '0250', '0259', '0260', '0265', '0269', '0306', '0316', '0326', '0330', '0350', '0360', '0370',
    '0376']) municipality
  union all
  select municipality, date '2025-01-01' from unnest(array[
    '0157', '0185', '0217', '0240', '0253', '0270', '0320', '0340']) municipality;

insert into ics.agreement (id, municipality, category, service, valid_from, reservation)
select gen_random_uuid(), municipality, category, service, valid_from,
  -- From older pages (lifeindenmark.borger.dk, ICS East, older copy; furesoe.dk): to be checked with the municipality.
  case
    when municipality = '0165' then
      'Kun studerende, der bor i Vognporten eller Morbærhaven, betjenes her (ældre oplysning – kontrollér aftalen).'
    when municipality in ('0147', '0173') and category = 'euStudent' then
      'Studerende betjenes ikke her (ældre oplysning – kontrollér aftalen).'
    when municipality = '0190' and category in ('thirdCountry', 'accompanyingFamily') then
      'Borgere uden for Europa henvises til kommunens egen Borgerservice (ældre oplysning – kontrollér aftalen).'
  end
from partner
cross join unnest(array[
  'euWorker', 'euStudent', 'euJobseeker', 'euSelfSufficient', 'euFamily', 'euFamilyThirdCountry', 'nordic',
  'thirdCountry', 'accompanyingFamily', 'returningDane']) category
cross join unnest(array[
  'residenceDocument', 'identityControl', 'cprNumber', 'healthCard', 'mitId', 'taxCard', 'unemploymentBenefit',
  'guidance']) service;
