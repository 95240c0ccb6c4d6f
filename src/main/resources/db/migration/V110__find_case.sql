-- Finding a case by what a caller can say of it (docs/adr/0013-finding-a-case.md). What is searched is generated from
-- the columns it belongs to: no way of writing a person can forget it, and the rows that are there get it here.

-- Letters as they are left when marks, spelling rules and scripts of machines are taken away: small, Ø, OE and Ö as o,
-- Å and AA as a, Æ, AE and Ä as a, Ü and UE as u, ß as ss. An apostrophe joins, everything else that is no letter or
-- digit parts words. The collation is named so that the locale of the database makes no difference.
create function ics.plain_words(name text) returns text
  language sql immutable strict parallel safe
return
  btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        replace(replace(replace(
          regexp_replace(
            normalize(lower(normalize(regexp_replace(name, '[''’‘`´\u02b9-\u02bf]', '', 'g'), NFKC) collate pg_c_utf8), NFKD),
            '[\u0300-\u036f]', '', 'g'),
          'ß', 'ss'), 'æ', 'ae'), 'þ', 'th'),
        'øœłđðıŋħŧə', 'oolddinhte'),
      'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'aa', 'a') collate pg_c_utf8,
    '[^[:alnum:]]+', ' ', 'g'));

-- A word as it sounds on the telephone: spellings of one sound become one letter, doubled letters one.
create function ics.sound(word text) returns text
  language sql immutable strict parallel safe
return
  regexp_replace(
    translate(
      replace(replace(replace(replace(replace(replace(word, 'ph', 'f'), 'ck', 'k'), 'ch', 'k'), 'th', 't'), 'dt', 't'), 'x', 'ks'),
      'cqwzyj', 'kkvsii'),
    '(.)\1+', '\1', 'g');

-- Keys that two words share when one letter is wrong, missing, too many or swapped with its neighbour: the word, the
-- word without each of its letters in turn, and, if it has at least four consonants, those. Words of up to three
-- letters have no neighbours.
create function ics.near(words text[]) returns text[]
  language plpgsql immutable strict parallel safe
as $$
declare
  word text;
  sound text;
  consonants text;
  keys text[] := '{}';
begin
  foreach word in array words loop
    sound := ics.sound(word);
    keys := keys || sound;
    if length(sound) > 3 then
      for place in 1..length(sound) loop
        keys := keys || (left(sound, place - 1) || substr(sound, place + 1));
      end loop;
      consonants := translate(sound, 'aeiou', '');
      if length(consonants) > 3 then
        keys := keys || ('~' || consonants);
      end if;
    end if;
  end loop;
  return keys;
end;
$$;

-- The words of a person's names, and each compound name also as one word (»De Luca«, »Deluca«).
create function ics.words_of(family_name text, given_names text) returns text[]
  language sql immutable parallel safe
begin atomic
  with names as (
    select ics.plain_words(name) as name from unnest(array[family_name, given_names]) as name)
  select array(
    select word from names, unnest(string_to_array(name, ' ')) as word where word <> ''
    union
    select replace(name, ' ', '') from names where name like '% %');
end;

create function ics.near_words_of(family_name text, given_names text) returns text[]
  language sql immutable parallel safe
return ics.near(ics.words_of(family_name, given_names));

-- The last eight digits: with and without a country's code or a leading zero a telephone number is the same.
create function ics.phone_key(phone text) returns text
  language sql immutable strict parallel safe
return right(regexp_replace(phone, '[^0-9]', '', 'g'), 8);

create function ics.digits(number text) returns text
  language sql immutable strict parallel safe
return regexp_replace(number, '[^0-9]', '', 'g');

create function ics.email_key(email text) returns text
  language sql immutable strict parallel safe
return lower(btrim(email) collate pg_c_utf8);

-- A document's number as it is compared, like ics.person.identity_document_key.
create function ics.document_key(number text) returns text
  language sql immutable strict parallel safe
return upper(regexp_replace(number collate pg_c_utf8, '[^[:alnum:]]', '', 'g') collate pg_c_utf8);

alter table ics.person
  add column name_words text[] generated always as (ics.words_of(family_name, given_names)) stored,
  add column near_words text[] generated always as (ics.near_words_of(family_name, given_names)) stored,
  add column phone_key text generated always as (ics.phone_key(phone)) stored,
  add column email_key text generated always as (ics.email_key(email)) stored,
  add column danish_number_key text generated always as (ics.digits(danish_personal_number)) stored,
  add column document_key text generated always as (ics.document_key(identity_document_number)) stored;

-- An index for each criterion. Without fastupdate a search never reads a list of what is not sorted in yet.
create index person_name_words on ics.person using gin (name_words) with (fastupdate = off);
create index person_near_words on ics.person using gin (near_words) with (fastupdate = off);
create index person_birth_date on ics.person (birth_date);
create index person_phone on ics.person (phone_key);
create index person_email on ics.person (email_key);
create index person_danish_number on ics.person (danish_number_key) where danish_number_key is not null;
create index person_document on ics.person (document_key);

-- Who looked for a case, and whose case was opened then: codes only, never what was typed. No foreign key: the log
-- outlives the case. The application adds to it and can neither change nor remove a line.
create table ics.case_access (
  id             bigint generated always as identity primary key,
  at             timestamptz not null,
  user_id        text not null,
  act            text not null check (act in ('searched', 'opened')),
  purpose        text not null,
  case_reference text,
  criteria       text[] not null,
  hits           integer,
  check ((act = 'opened') = (case_reference is not null)),
  check ((act = 'searched') = (hits is not null))
);
create index case_access_of_case on ics.case_access (case_reference, at) where case_reference is not null;
create index case_access_of_user on ics.case_access (user_id, at);
revoke update, delete, truncate on ics.case_access from ${app};
