-- The last mail to a county's admins about steps that have stopped: one row a county, locked by the node that sends, so
-- that several nodes send one mail between them. Written before the mail is sent.
create table alarm_mail (
    county      varchar(40) primary key,
    told_until  timestamp   not null,
    attempt_at  timestamp   not null,
    outcome     varchar(20)
);
