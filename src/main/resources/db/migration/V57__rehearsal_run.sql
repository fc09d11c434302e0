-- A candidate's rehearsal while it goes on: the process that runs it says every few seconds that it is there. One that
-- has been silent has stopped, and another may begin. What a finished rehearsal found stands with the candidate.
create table rehearsal_run (
    candidate_id bigint       primary key references candidate (id) on delete cascade,
    state        varchar(20)  not null,
    started_by   varchar(100) not null,
    started_at   timestamp    not null,
    seen_at      timestamp    not null
);
