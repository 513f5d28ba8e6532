-- Outages, each as the topic last told of it.
create table outage (
    outage_id               text primary key,
    discom                  text        not null,
    revision                bigint      not null,
    stage                   text        not null,       -- what its last revision said
    standing                text        not null check (standing in ('SCHEDULED', 'STARTED', 'RESTORED', 'CANCELLED')),
    level                   text        not null,
    assets                  text[]      not null,
    from_at                 timestamptz not null,
    expected_restoration_at timestamptz,
    restored_at             timestamptz,
    words                   jsonb       not null,       -- language -> place, reason
    reported_at             timestamptz not null
);
create index outage_current on outage (discom, outage_id) where standing in ('SCHEDULED', 'STARTED');

-- The last revision of each outage that the control room has put on the topic: two operators cannot say the same revision, and who says one
-- after the other need not wait for the topic in between.
create table outage_promise (like outage, primary key (outage_id));

-- What an asset feeds, and where. Connections already known have all this, so nothing is to be filled in.
create index connection_substation on connection (discom, substation, area_path collate "C") where not removed;
create index connection_feeder on connection (discom, feeder_code, area_path collate "C") where not removed;
create index connection_dt on connection (discom, dt_code, area_path collate "C") where not removed;
create index connection_area on connection (area_path collate "C") where not removed;
