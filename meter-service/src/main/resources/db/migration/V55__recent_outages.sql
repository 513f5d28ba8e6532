-- Outages of the last weeks, whatever became of them: consumers are shown those of what feeds them.
create index outage_recent on outage (discom, from_at);
