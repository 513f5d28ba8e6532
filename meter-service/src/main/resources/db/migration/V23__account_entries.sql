-- What the billing system booked, by its own id; the ledger has the line.
create table account_entry (
    discom        text        not null,
    entry_id      text        not null,
    connection_id text        not null,
    kind          text        not null,
    amount_paise  bigint      not null,                 -- below zero for a debit, or arrears given up
    day           date        not null,
    reason        text        not null,
    booked_at     timestamptz not null,
    primary key (discom, entry_id)
);
create unique index one_opening_balance on account_entry (connection_id) where kind = 'OPENING_BALANCE';

-- Accounts that are not the sum of their ledger. There are none.
create view account_difference as
select a.connection_id, a.posted_paise, coalesce(l.paise, 0) as ledger_paise
from account a
left join (select connection_id, sum(amount_paise)::bigint as paise from ledger_entry group by connection_id) l
       on l.connection_id = a.connection_id
where a.posted_paise <> coalesce(l.paise, 0);
