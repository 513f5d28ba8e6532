-- What the gateway reported of a transaction: that it came in, that its money was taken back, in whatever order.
alter table recharge
    add column credited      boolean not null default true,     -- false: its reversal has overtaken it
    add column arrears_paise bigint  not null default 0,        -- part of it that went to arrears
    add column reversed_at   timestamptz;                       -- when its money was taken back; null when it was not
create index recharge_of_connection on recharge (connection_id, paid_at desc, gateway_transaction_id desc);

-- Below what consumers want to be warned, beside the company's ladder. Of those who ever asked; what they took back is null.
create table own_rung (
    connection_id text primary key,
    version       bigint not null,
    paise         bigint,
    days          int
);
