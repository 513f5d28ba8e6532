-- Reversals that have overtaken their payments, with all that their records say. Several may be of one transaction: which is right is known with the payment.
create table early_reversal (
    discom                 text        not null,
    gateway_transaction_id text        not null,
    connection_id          text        not null,
    amount_paise           bigint      not null,
    event_id               text        not null,
    causation_id           text,
    reported_at            timestamptz not null,
    paid_at                timestamptz not null,
    topic_partition        int         not null,            -- of the record; -1 where it is not known any more
    topic_offset           bigint      not null,
    sent_at                timestamptz not null,
    primary key (discom, gateway_transaction_id, connection_id, amount_paise)
);
insert into early_reversal
select discom, gateway_transaction_id, connection_id, amount_paise, 'reversal of ' || gateway_transaction_id, null, coalesce(reversed_at, paid_at), paid_at,
       -1, -1, coalesce(reversed_at, paid_at)
from recharge
where not credited;
delete from recharge where not credited;
