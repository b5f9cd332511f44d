-- Checked by every change of a person, so that of two at once neither is lost.
alter table person add column row_version bigint not null default 0;
