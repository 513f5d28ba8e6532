-- As of when the billing master's latest word on a connection is: an earlier one that is delivered later says nothing new.
create table connection_declaration (
    connection_id text        primary key,
    occurred_at   timestamptz not null
);
