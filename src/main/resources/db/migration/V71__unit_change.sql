-- How a länsadmin wants a unit, whatever the county's file says: the file is read at each start, and this goes before it.
create table unit_change (
    unit_id        varchar(80)  primary key references unit (id),
    name           varchar(200) not null,
    email          varchar(200),
    phone          varchar(40),
    postal_address varchar(300),
    it_service     boolean      not null,
    valid_to       date,
    changed_at     timestamp    not null,
    changed_by     varchar(100) not null
);
