-- Finds three letters and more, and what begins a word (decision 78). The extension comes with roles.sql.
create index role_words_found on role using gin (words extensions.gin_trgm_ops)
  -- Each search would have to read what is not sorted in yet.
  with (fastupdate = off);
