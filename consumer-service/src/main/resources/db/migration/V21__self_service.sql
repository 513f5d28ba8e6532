-- Numbers that strangers have proven to hold, until it is settled whether they become a connection's.
create table number_change (
    change_id     uuid        primary key,           -- that of the challenge
    connection_id text        not null,              -- as it was typed; nobody may have it
    number        bytea       not null,              -- encrypted, context change_id
    details_hash  text        not null,              -- of what was said to be known of the connection, keyed
    proven_at     timestamptz not null,
    told_at       timestamptz,                       -- when the number on record was told; null: not settled at all yet
    due_at        timestamptz not null
);
create index number_change_due on number_change (due_at);
create index number_change_connection on number_change (connection_id);

-- The last recharge of each connection, for consumers who know its reference.
create table recharge_reference (
    connection_id  text        primary key,
    reference_hash text        not null,             -- keyed, bound to the connection
    paid_at        timestamptz not null
);
