-- How far the demonstration's clock is ahead. Stays empty in production.
create table demo_clock (
    id             integer primary key,
    offset_seconds bigint  not null
);
