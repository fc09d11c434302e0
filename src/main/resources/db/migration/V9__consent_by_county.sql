-- A representative acts within a mandate; relatives may be heard; a child that decides alone may want a guardian who
-- refuses to be told all the same.
alter table consent add column representative_mandate boolean;
alter table consent add column relative_view varchar(2000);
alter table consent add column tell_refusing boolean;
