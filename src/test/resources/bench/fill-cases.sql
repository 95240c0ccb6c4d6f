-- Synthetic cases 1 to :cases, the same at every run. Names: three in ten are among 60 common ones, the most common
-- about one in a hundred; the others are made of syllables, so that the more cases there are, the more names there are.
-- CPR numbers are replacement numbers (day plus 60).
create function pg_temp.draw(i int, what text) returns double precision
  language sql immutable
return (hashtext(i || what)::bigint + 2147483648) / 4294967296.0;

create function pg_temp.pick(i int, what text, choices text[]) returns text
  language sql immutable
return choices[1 + floor(pg_temp.draw(i, what) * cardinality(choices))::int];

create function pg_temp.syllables(i int, what text, n int) returns text
  language sql immutable
return (
  select string_agg(
    pg_temp.pick(i, what || 'c' || s, '{b,br,d,dr,f,g,gr,h,j,k,kl,kr,l,m,n,p,pr,r,s,sch,sk,sl,st,t,tr,v,w,z}')
      || pg_temp.pick(i, what || 'v' || s, '{a,e,i,o,u,ö,ø,ä,å,ie,au}')
      || pg_temp.pick(i, what || 'e' || s, '{"","",n,r,s,l,t}'), '')
  from generate_series(1, n) as s);

create function pg_temp.family(i int) returns text
  language sql immutable
return case
  when pg_temp.draw(i, 'common family') < 0.3 then pg_temp.pick(i, 'family',
    '{Schmidt,Müller,Schneider,Weber,Wagner,Nowak,Kowalski,Wiśniewski,Wójcik,Kamiński,Popescu,Ionescu,Popa,Radu,García,Fernández,González,Rodríguez,López,Martínez,Rossi,Russo,Ferrari,Esposito,Bianchi,Silva,Santos,Ferreira,Pereira,Oliveira,Martin,Bernard,Dubois,Thomas,Robert,Jansen,"de Vries","van den Berg",Bakker,Visser,Andersson,Johansson,Karlsson,Nilsson,Hansen,Johansen,Olsen,Sørensen,Jørgensen,Ivanov,Petrov,Dimitrov,Kovács,Nagy,Tóth,Papadopoulos,Kazlauskas,Bērziņš,Tamm,Horvat}')
  else initcap(pg_temp.syllables(i, 'family', 2))
    || pg_temp.pick(i, 'family end', '{mann,sen,ski,er,ová,berg,ić,escu,ez,ini,is,son,ak,ko}')
  end;

create function pg_temp.given(i int, what text) returns text
  language sql immutable
return case
  when pg_temp.draw(i, 'common' || what) < 0.6 then pg_temp.pick(i, what,
    '{Anna,Maria,Sofía,Jürgen,Łukasz,Piotr,Andrei,Elena,José,Carlos,Giulia,Marco,João,Inês,Pierre,Chloé,Jan,Sanne,Erik,Åsa,Søren,Ingrid,Ivan,Kateřina,Zoltán,Eszter,Nikos,Jonas,Jānis,Ana,Matthias,Katharina,Tomasz,Agnieszka,Cristina,Mihai,Lucía,Pablo,Francesca,Luca}')
  else initcap(pg_temp.syllables(i, what, 2))
  end;

insert into ics.case_file (reference, municipality, category, channel, status, opened_at, closed_at, outcome)
select '2026-' || lpad(i::text, 6, '0'),
  pg_temp.pick(i, 'municipality', '{0101,0101,0101,0101,0147,0151,0153,0155,0157,0159,0161,0163,0165,0167,0169,0173,0175,0183,0185,0187}'),
  'euWorker', 'selfService',
  case when pg_temp.draw(i, 'closed') < 0.8 then 'closed' else 'open' end,
  timestamptz '2020-01-01 08:00:00+01' + make_interval(mins => i * 10),
  case when pg_temp.draw(i, 'closed') < 0.8 then timestamptz '2020-02-01 08:00:00+01' + make_interval(mins => i * 10) end,
  case when pg_temp.draw(i, 'closed') < 0.8 then 'completed' end
from generate_series(1, :cases) as i;

insert into ics.person (case_reference, family_name, given_names, birth_date, citizenship, identity_document_type,
  identity_document_state, identity_document_number, phone, email, address_line, postal_code, city)
select '2026-' || lpad(i::text, 6, '0'),
  pg_temp.family(i),
  pg_temp.given(i, 'first') || case when pg_temp.draw(i, 'two') < 0.4 then ' ' || pg_temp.given(i, 'second') else '' end,
  date '1950-01-01' + floor(pg_temp.draw(i, 'born') * 20000)::int,
  'DEU', 'passport', 'DEU',
  pg_temp.pick(i, 'letter', '{A,B,C,E,L,P,X,Y}') || lpad(i::text, 8, '0'),
  '+49 ' || lpad(floor(pg_temp.draw(i, 'phone') * 10000000000)::bigint::text, 10, '0'),
  'citizen.' || i || '@example.org',
  'Eksempelvej ' || i, '2100', 'København Ø'
from generate_series(1, :cases) as i;

insert into ics.registration (case_reference, housing_proven, registration_date, registration_decision,
  registration_decided_by, registration_decided_at, cpr_number, existing_number)
select p.case_reference, 'met', date '2026-01-01', 'register', 'sagsbehandler', timestamptz '2026-01-01 08:00:00+01',
  number, case when number::bigint % 10 = 0 then number end
from (
  select case_reference, lpad((extract(day from birth_date) + 60)::text, 2, '0') || to_char(birth_date, 'MMYY')
    || lpad((right(case_reference, 6)::int % 4000)::text, 4, '0') as number
  from ics.person where right(case_reference, 1) < '8') p;

insert into ics.residence (case_reference, siri_decision, residence_document_number)
select case_reference, 'granted', 'EU' || right(case_reference, 6)
from ics.person where right(case_reference, 1) < '5';
