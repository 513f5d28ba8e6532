-- What consumers don't want to hear of, and when nothing is sent them that can wait (minutes of the local day).
alter table contacts
    add column switched_off text[] not null default '{}',
    add column quiet_from   int,
    add column quiet_to     int;
