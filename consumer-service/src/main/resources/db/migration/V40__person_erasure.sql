-- When the person behind a connection was last erased. What was sent before, and waits to be taken, must not bring them back.
create table person_erasure (
    connection_id text        primary key,
    at            timestamptz not null
);
create index person_erasure_at on person_erasure (at);

insert into person_erasure (connection_id, at)
select connection_id, erased_at from contact where erased_at is not null;
