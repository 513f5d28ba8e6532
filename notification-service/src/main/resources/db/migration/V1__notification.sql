-- Copies of connections and contacts, fed by their compacted topics. A removed key keeps its version, so that a replay of what
-- came before cannot bring it back.
create table connections (
    connection_id  text   primary key,
    version        bigint not null,
    applied_offset bigint not null,
    removed        bool   not null,
    discom         text,
    account_no     text,
    area_path      text,
    substation     text,
    feeder_code    text,
    dt_code        text,
    billing_mode   text,
    meter_no       text
);

create table contacts (
    connection_id    text   primary key,
    version          bigint not null,                   -- 0: nothing known yet, the row is there to be locked
    applied_offset   bigint not null,
    removed          bool   not null,
    standing         text   not null,
    number_encrypted bytea,                             -- under the field key, context: the connection id
    number_hash      text,                              -- keyed; one person, however many connections
    masked_number    text,
    language         text   not null,
    verified_at      timestamptz,
    known            bool   generated always as (version > 0 and not removed) stored
);
create index contacts_number on contacts (number_hash) where number_hash is not null;

-- When each connection was last recharged: tells whether a low-balance notice is still true.
create table recharges (
    connection_id text        primary key,
    last_at       timestamptz not null
);

-- Every message, from the moment it is claimed or found undeliverable. No index mentions what changes after the claim, so that an
-- outcome or a receipt rewrites a row in place.
create table messages (
    message_id          uuid        primary key,
    discom              text        not null,
    event_id            text        not null,           -- what it tells of
    connection_ids      text[]      not null,
    kind                text        not null,
    lane                text        not null,
    recipient           text,                           -- keyed hash; null while nobody can be told
    masked_number       text        not null default '',
    language            text        not null default '',
    template_values     jsonb       not null,
    sealed_number       bytea,                          -- of a one-time code, gone once it need not be sent again
    sealed_code         bytea,
    due_at              timestamptz not null,
    expires_at          timestamptz not null,
    state               text        not null,
    attempt             int         not null,
    claim               uuid,                           -- fencing token of the last claim
    unknowns            int         not null default 0, -- attempts whose outcome never came
    provider            text,
    provider_message_id text,
    reason              text,
    life                jsonb       not null default '[]' -- [{"step", "attempt", "at", "reason"}], oldest first
) with (fillfactor = 60);
create index messages_of_connection on messages using gin (connection_ids);

-- Messages being handed over, a row a batch. It is removed with the outcomes; one that stays tells of a dispatcher that died.
create table claims (
    token       uuid        primary key,
    lane        text        not null,
    message_ids uuid[]      not null,
    claimed_at  timestamptz not null default now()
);

-- Notices that nobody could be told yet.
create table pending_notices (
    message_id     uuid        not null,
    connection_id  text        not null,
    relevant_until timestamptz not null,
    primary key (connection_id, message_id)
);
create index pending_notices_age on pending_notices (relevant_until);

-- Messages due later. A retry waits by the wall's clock, business by the domain's, which differ under a story clock.
create table later (
    message_id uuid        primary key,
    clock      text        not null check (clock in ('WALL', 'DOMAIN')),
    due_at     timestamptz not null
);
create index later_due on later (clock, due_at);
