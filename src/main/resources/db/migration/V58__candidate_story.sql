-- The county's own made-up cases, as they were when the candidate was made; they are played when it is rehearsed.
create table candidate_story (
    candidate_id bigint       not null references candidate (id) on delete cascade,
    name         varchar(200) not null,
    text         text         not null,
    primary key (candidate_id, name)
);
