-- What a process owner's command line logs in with, for some hours; only its hash is kept. One for each account.
create table command_key (
    user_id varchar(100) primary key,
    hash    varchar(64)  not null unique,
    ends_at timestamp    not null
);
