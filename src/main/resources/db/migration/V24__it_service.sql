-- The outbox of the county's IT service for SIP: what an integration fetches and acknowledges. One row per delivery.
create table it_service_message (
    delivery_id bigint      primary key references delivery (id),
    county      varchar(20) not null,
    document_id bigint      references document (id),
    placed_at   timestamp   not null
);
create index it_service_message_county on it_service_message (county, delivery_id);
