-- Messages in a row that did not reach a connection's consumer, for want of a number that works.
create table delivery_failure (
    connection_id text        primary key,
    failures      int         not null check (failures > 0),
    since         timestamptz not null               -- when the first of them failed
);
