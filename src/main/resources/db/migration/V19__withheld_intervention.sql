-- Why an intervention is not shown to guardians (OSL 12:3); null where it is shown.
alter table intervention add column withheld_why varchar(1000);
