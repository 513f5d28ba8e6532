-- Announcements are made in batches of a transaction; a row holds a run of them for one topic, in order. A row each would cost several times
-- what the state they announce does.
alter table outbox
    add column records bytea,                          -- see in.sampark.platform.outbox.PackedRecords
    add column amount  integer not null default 1;     -- how many they are

update outbox
   set records = '\x01'::bytea
       || int4send(octet_length(key)) || key
       || coalesce(int4send(octet_length(value)) || value, int4send(-1))
       || int4send(coalesce(cardinality(headers), 0))
       || coalesce((select string_agg(int4send(octet_length(header)) || convert_to(header, 'UTF8'), ''::bytea order by position)
                      from unnest(headers) with ordinality as each (header, position)), ''::bytea);

alter table outbox
    alter column records set not null,
    alter column records set storage external,         -- much of it is sealed, and all of it soon gone
    alter column amount drop default,
    drop column key,
    drop column value,
    drop column headers;
