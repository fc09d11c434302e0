-- A deviation that concerns units of both principals is made in each principal's own system, with a reference in each; and
-- where the county says so, a copy that identifies nobody is raised at the next ledningsgrupp (BOR-81, BOR-82).
alter table deviation add column occurrence bigint;
alter table deviation add column copy_text varchar(2000);
alter table deviation add column raised_on date;
alter table deviation add column raised_by varchar(100);
create index deviation_occurrence on deviation (occurrence);
