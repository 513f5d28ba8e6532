-- The canonical connection. One row each; a change grows the version.
create table connection (
    connection_id     text        primary key,       -- <discom>:<account number>
    version           bigint      not null check (version > 0),
    discom            text        not null,
    account_no        text        not null,
    area_path         text        not null,          -- discom/zone/circle/division/sub-division
    name              bytea,                         -- encrypted, context connection_id
    substation        text        not null,
    feeder_code       text        not null,
    dt_code           text        not null,
    category          text        not null,
    sanctioned_load_w bigint      not null check (sanctioned_load_w > 0),
    billing_mode      text        not null check (billing_mode in ('PREPAID', 'POSTPAID')),
    meter_no          text,
    supply_from       date        not null,
    supply_to         date,
    recorded_at       timestamptz not null,
    check (supply_to >= supply_from)
);
-- An area is everything its path is a prefix of.
create index connection_area on connection (area_path text_pattern_ops);

-- Whom to tell about a connection. This row is locked before any of its numbers change.
create table contact (
    connection_id text        primary key references connection,
    version       bigint      not null check (version > 0),
    language      text        not null,              -- ISO 639-1
    recorded_at   timestamptz not null
);

create table contact_number (
    connection_id text        not null references contact,
    number_hash   text        not null,              -- keyed hash of the number in E.164
    number        bytea       not null,              -- encrypted, context connection_id
    is_primary    boolean     not null,
    claimed_at    timestamptz not null,
    verified_at   timestamptz,                       -- null: claimed, never proven
    primary key (connection_id, number_hash)
);
create unique index contact_number_primary on contact_number (connection_id) where is_primary;
create index contact_number_hash on contact_number (number_hash);

-- A code that was sent. The code itself is nowhere; its hash is keyed by a server key.
create table otp_challenge (
    challenge_id  uuid        primary key,
    connection_id text        not null references connection,
    number_hash   text        not null,
    number        bytea       not null,              -- encrypted, context challenge_id
    code_hash     text        not null,
    attempts_left integer     not null check (attempts_left >= 0),
    requested_by  text        not null,              -- subject of the officer's token
    requested_at  timestamptz not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index otp_challenge_sends on otp_challenge (number_hash, requested_at);

-- Connections a file under import has named so far. Worthless after a crash, hence unlogged.
create unlogged table import_account (
    import_id     uuid        not null,
    connection_id text        not null,
    line          bigint      not null,
    seen_at       timestamptz not null default now(),  -- wall time, for clearing up after a crash
    primary key (import_id, connection_id)
);
