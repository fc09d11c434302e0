-- What was mapped with the person in the preparation (HAL-61, VGU-51); null where the county does not ask for it.
alter table preparation add column strengths_and_difficulties varchar(4000);
alter table preparation add column own_responsibility varchar(4000);
