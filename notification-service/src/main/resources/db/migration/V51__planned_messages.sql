-- How many messages were planned, a row for each event, kind and hour of a batch; counted in the transaction that planned them. What of them has no row in messages was never
-- claimed.
create table planned (
    discom   text        not null,
    event_id text        not null,                      -- empty for those of events that concern one connection
    kind     text        not null,
    hour     timestamptz not null,                      -- of what they tell
    until    timestamptz not null,                      -- when the last of them expires
    amount   bigint      not null
);
create index planned_of_event on planned (event_id);
create index planned_hour on planned (hour);
create index messages_of_event on messages (event_id, message_id);
