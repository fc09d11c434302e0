-- One row, locked by the node that publishes a county: nodes that start at once do it one after the other.
create table sip.publication_lock (
    id varchar(20) primary key
);
insert into sip.publication_lock (id) values ('counties');
