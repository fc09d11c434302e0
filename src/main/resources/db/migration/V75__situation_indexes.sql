-- What the situation in Cockpit, the figures and the alarms ask of all open cases at once, by county.
create index case_file_open on case_file (county, status, phase);
create index delivery_status on delivery (status, county);
create index invitation_status on invitation (status, case_number);
