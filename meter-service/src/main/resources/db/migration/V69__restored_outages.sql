-- Consumers are shown outages that ended within the last weeks, however long ago they began.
create index outage_restored on outage (discom, restored_at) where restored_at is not null;
