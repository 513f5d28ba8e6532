-- When an event that overtakes notices happened last to a connection, e.g. a recharge, which makes a low-balance notice from before it untrue.
create table latest_events (
    connection_id text        not null,
    topic         text        not null,
    matter        text        not null,                 -- what it was about within the connection, e.g. a bill's number; else empty
    last_at       timestamptz not null,
    primary key (connection_id, topic, matter)
);
create index latest_events_age on latest_events (last_at);
insert into latest_events (connection_id, topic, matter, last_at)
select connection_id, 'meter.recharge-credited.v1', '', last_at from recharges;
drop table recharges;
