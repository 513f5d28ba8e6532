-- Announcements waiting to be published, in order. The relay deletes a row once the broker has it.
create table outbox (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    key           bytea       not null,
    value         bytea,                               -- null is a tombstone
    headers       text[],                              -- name, value, name, value, ...
    state         boolean     not null,                -- of several rows of one key the last one is enough
    created_at    timestamptz not null default now(),
    parked_reason text                                 -- set when the row can never be published
);
create index outbox_due on outbox (id) where parked_reason is null;

-- Events handled, for listeners whose events have no natural key.
create table inbox (
    listener   text        not null,
    event_id   text        not null,
    handled_at timestamptz not null default now(),
    primary key (listener, event_id)
);
create index inbox_age on inbox (handled_at);

-- Records that a listener could not handle: passed by on replay.
create table set_aside (
    listener  text        not null,
    topic     text        not null,
    partition int         not null,
    "offset"  bigint      not null,
    reason    text        not null,
    at        timestamptz not null default now(),
    primary key (listener, topic, partition, "offset")
);
