-- What the figures of a period ask for, by county or day.
create index case_file_opened on case_file (county, opened_on);
create index case_file_ended on case_file (county, ended_at);
create index meeting_held on meeting (status, occasion, starts_at);
create index late_meeting_noted on late_meeting (noted_at);
create index follow_up_noted on follow_up (noted_at);
create index kva_code_registered on kva_code (registered_at);
create index plan_version_finalised on plan_version (finalised_at);
