-- The list of cases asks by unit, over all cases at once.
create index disclosure_unit on disclosure (unit_id, closed_at);

-- Two people write on the same draft: each save says which version it was made from.
alter table draft add column version bigint default 0 not null;

-- What was done from a case's page, once per form that was shown: a second click, or the back button, finds the
-- receipt of the first. The text is the receipt as it was shown; it holds no name and no reason.
create table page_action (
    token       varchar(40)  primary key,
    case_number varchar(20)  not null,
    kind        varchar(40)  not null,
    receipt     varchar(2000) not null,
    done_at     timestamp    not null,
    done_by     varchar(100) not null
);
create index page_action_case on page_action (case_number);
