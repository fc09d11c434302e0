-- Whose process a case follows: children and youth, adults, discharge. Cases before this were of children and youth.
alter table case_file add column audience varchar(20) default 'CHILD' not null;
