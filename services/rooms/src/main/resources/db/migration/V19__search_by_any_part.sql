-- A text in small letters, without marks and signs, and with one letter for a doubled one. Each letter is taken by
-- itself, so that any part of a word is a part of what this makes of it.
create function plain(written text) returns text
  language sql immutable strict parallel safe
return trim(
  regexp_replace(
    regexp_replace(
      replace(
        -- Å is taken apart into A and a ring, which goes; Ø and its like are whole letters.
        translate(
          lower(regexp_replace(normalize(written, NFKD), '[\u0300-\u036f]', '', 'g')),
          'ØøÆÐðĐđŦŧŊŋŁłwqcz', 'ooæddddttnnllvkks'),
        'æ', 'ae'),
      '[[:space:][:punct:]–—’‘´«»·]+', ' ', 'g'),
    '([^0-9 ])\1+', '\1', 'g'));

-- The same with one letter for two that sound as one, so that Christian is found as Kristian and Øyane as Oeyane.
create function folded(plain text) returns text
  language sql immutable strict parallel safe
return regexp_replace(
  replace(replace(replace(replace(replace(replace(replace(
    plain, 'ß', 's'), 'þ', 't'), 'kh', 'k'), 'ph', 'f'), 'th', 't'), 'x', 'ks'), 'oe', 'o'),
  '([^0-9 ])\1+', '\1', 'g');

-- What somebody is found by: her name, her title and her organisation's name, in both shapes, each word after a
-- space.
alter table role add column words text;

-- Whichever version of rooms writes: it locks the person before her roles, and reads a directory in turn, so that
-- nobody is called something else meanwhile.
create function role_words() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  select ' ' || said || ' ' || folded(said) into new.words
    from person p, organisation o, plain(concat_ws(' ', p.name, new.title, o.name)) said
   where p.person_id = new.person_id and o.organisation_id = new.organisation_id;
  return new;
end $$;
revoke execute on function role_words() from public;
create trigger words before insert or update on role for each row execute function role_words();

create function person_words() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  update role set words = null where person_id = new.person_id;
  return null;
end $$;
revoke execute on function person_words() from public;
create trigger words after update of name on person
  for each row when (new.name is distinct from old.name) execute function person_words();

create function organisation_words() returns trigger language plpgsql set search_path = rooms, pg_temp as $$
begin
  update role set words = null where organisation_id = new.organisation_id;
  return null;
end $$;
revoke execute on function organisation_words() from public;
create trigger words after update of name on organisation
  for each row when (new.name is distinct from old.name) execute function organisation_words();

update role set words = null;
alter table role alter column words set not null;
