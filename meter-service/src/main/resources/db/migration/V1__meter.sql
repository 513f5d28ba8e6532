-- The canonical connections, as consumer-service last told of them.
create table connection (
    connection_id     text primary key,
    version           bigint  not null,
    topic_offset      bigint  not null,                 -- of the record that led to this row: an older tombstone is not about it
    removed           boolean not null default false,
    discom            text    not null,
    account_no        text    not null,
    area_path         text    not null,
    substation        text    not null,
    feeder_code       text    not null,
    dt_code           text    not null,
    category          text    not null,
    sanctioned_load_w bigint  not null,
    billing_mode      text    not null,
    meter_no          text,
    supply_from       date    not null,
    supply_to         date
);

-- One prepaid account a connection: all that pricing and ladder need, so that a reading in order reads and writes one row here.
-- Rows are locked in the order of their key before anything else is written.
create table account (
    connection_id       text primary key,
    discom              text    not null,
    version             bigint  not null,
    category            text    not null,               -- terms: what it is charged by
    sanctioned_load_w   bigint  not null,
    supply_from         date    not null,
    supply_to           date,
    billing_mode        text    not null,
    removed             boolean not null,
    posted_paise        bigint  not null,               -- sum of its ledger entries
    posted_through      date,                           -- last local day whose charge is posted
    month_wh            bigint  not null,               -- energy of that day's month through that day
    open_wh             jsonb   not null,               -- day -> Wh of days not yet posted
    register_at         timestamptz,                    -- its latest register
    register_wh         bigint,
    last_recharge_id    text,                           -- the recharge paid last
    last_recharge_paise bigint,
    last_recharge_at    timestamptz,
    crossed             text[]  not null,               -- rungs told of and not yet re-armed, <unit>:<value>
    charge_due          date                            -- next day to post; null when none will be
) with (fillfactor = 70);                               -- readings change no indexed column: leave room to do it in place
create index account_charge_due on account (charge_due, connection_id) where charge_due is not null;

-- Registers as read. Partitioned so that days can leave whole; days without a partition of their own are in the default one.
create table reading (
    connection_id text        not null,
    register_at   timestamptz not null,
    register_wh   bigint      not null,
    primary key (connection_id, register_at)
) partition by range (register_at);
create table reading_default partition of reading default;

-- Money received, by the gateway's own id.
create table recharge (
    discom                 text        not null,
    gateway_transaction_id text        not null,
    connection_id          text        not null,
    amount_paise           bigint      not null,
    paid_at                timestamptz not null,
    primary key (discom, gateway_transaction_id)
);

-- The posted ledger. What the consumer's balance gains is what came in less what is owed: every line adds up to zero.
create table ledger_entry (
    connection_id  text        not null,
    day            date        not null,                -- local day it belongs to
    kind           text        not null check (kind in ('RECHARGE', 'DAY_CHARGE', 'ADJUSTMENT')),
    cause          text        not null,                -- empty, the gateway's id, or the time of the late reading
    at             timestamptz not null,                -- time it is dated
    wh             bigint      not null,
    energy_paise   bigint      not null,
    fixed_paise    bigint      not null,
    duty_paise     bigint      not null,
    received_paise bigint      not null,
    amount_paise   bigint      not null,                -- what it adds to the balance
    primary key (connection_id, day, kind, cause),
    check (amount_paise + energy_paise + fixed_paise + duty_paise = received_paise)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: correct it by an adjustment', tg_table_name;
end $$;
create trigger ledger_is_append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();
