-- Units that get one mail a day instead of one for each thing, by their own choice, and which have gone out: one per unit
-- and day, written before it is sent and completed after. Nothing personal stands here.
create table unit_digest (
    unit_id   varchar(80)  primary key,
    chosen_at timestamp    not null,
    chosen_by varchar(100) not null
);
create table digest_attempt (
    unit_id      varchar(80) not null,
    digest_day   date        not null,
    attempted_at timestamp   not null,
    outcome      varchar(20),
    primary key (unit_id, digest_day)
);
