-- Bills, each as it was said of it last, and what was told of it.
create table bill (
    discom         text        not null,
    bill_number    text        not null,
    connection_id  text        not null,
    revision       bigint      not null,
    cancelled      boolean     not null,
    period_from    date        not null,
    period_to      date        not null,
    issued_at      timestamptz not null,
    due_date       date        not null,
    amount_paise   bigint      not null,                -- arrears included
    arrears_paise  bigint      not null,
    energy_wh      bigint      not null,
    told_revision  bigint      not null,
    told_cancelled boolean     not null,
    told_rung      int,                                 -- the latest rung of the reminder ladder passed, in days after the due date
    told_settled   boolean     not null,
    notices        int         not null,
    primary key (discom, bill_number)
);
create index bill_connection on bill (connection_id);

-- Money for bills, by the gateway's own id.
create table bill_payment (
    discom        text        not null,
    payment_id    text        not null,
    connection_id text        not null,
    bill_number   text,                                 -- the bill it is put to first
    amount_paise  bigint      not null,
    paid_at       timestamptz not null,
    reversed      boolean     not null,
    primary key (discom, payment_id)
);
create index bill_payment_connection on bill_payment (connection_id);

-- What the bills of a connection come to; also the row that is locked before any of them changes.
create table dues (
    connection_id     text   primary key,
    discom            text   not null,
    outstanding_paise bigint not null default 0,
    credit_paise      bigint not null default 0,
    overdue_paise     bigint not null default 0,
    overdue_since     date,                             -- due date of the oldest bill overdue
    next_look         date                              -- local day on which this changes by itself, or a reminder is due; null when none will be
) with (fillfactor = 80);
create index dues_next_look on dues (next_look, connection_id) where next_look is not null;
