-- Running cases that are taken over to a newer version of a county's files. One row per case and version: a second order
-- does nothing twice, and what was waiting when the program stopped is taken up again.
create table move_case (
    county      varchar(20)   not null,
    version     int           not null,
    case_number varchar(20)   not null,
    ordered_by  varchar(100)  not null,
    ordered_at  timestamp     not null,
    state       varchar(10)   not null,
    tries       int           not null,
    said        varchar(4000) not null,
    settled_at  timestamp,
    primary key (county, version, case_number)
);
create index move_case_state on move_case (state);
