-- Readings that the registers around them speak against, kept until something or somebody settles them. The same one sent again is the same row.
create table doubted_reading (
    id            bigint generated always as identity primary key,
    connection_id text        not null,
    register_at   timestamptz not null,
    register_wh   bigint      not null,
    meter_no      text,
    moment        text        not null,
    quality       text        not null,
    event_id      text        not null,
    reason        text        not null check (reason in ('CONFLICT', 'METER_CHANGED', 'BACKWARDS', 'ABOVE_NEXT', 'JUMP')),
    explanation   text        not null,
    received_at   timestamptz not null,
    standing      text        not null check (standing in ('OPEN', 'ACCEPTED', 'SUPERSEDED', 'RELEASED', 'DISCARDED')),
    settled_at    timestamptz,
    settled_by    text,                                 -- who released or discarded it
    settled_why   text,
    unique nulls not distinct (connection_id, register_at, register_wh, moment, quality, meter_no)
);
create index doubted_reading_open on doubted_reading (connection_id, register_at) where standing = 'OPEN';
create index doubted_reading_list on doubted_reading (standing, id);
