-- What is known of the supply of connections that ever owed something or were switched. A row is written when a balance crosses zero, something
-- is reported or proven, or something was decided; never for a reading. Whoever writes one holds its account's lock.
create table supply (
    connection_id    text primary key,
    version          bigint      not null,               -- of the last announcement
    line             text        not null check (line in ('ON', 'CUT', 'OFF')),
    line_at          timestamptz not null,
    last_gasp_at     timestamptz,
    empty_since      timestamptz,                        -- null while something is left; what follows is of this debt
    told_by          text,                               -- event that has the consumer told
    notice_kind      text check (notice_kind in ('MESSAGE', 'VISIT')),
    notice_id        text,
    notice_at        timestamptz,
    cut_since        timestamptz,                        -- when a cut was first due
    paid_paise       bigint      not null,               -- since then
    grace_until      timestamptz,
    cut_at           timestamptz,                        -- the order that was given last and not withdrawn
    cut_deadline     timestamptz,
    restore_at       timestamptz,                        -- the order that is not carried out
    restore_deadline timestamptz,
    overdue          boolean     not null,
    look_at          timestamptz,                        -- when something changes by the clock alone; null: never
    check ((notice_at is null) = (notice_kind is null) and (notice_at is null) = (notice_id is null)),
    check ((cut_at is null) = (cut_deadline is null)),
    check ((restore_at is null) = (restore_deadline is null))
);
create index supply_look on supply (look_at, connection_id) where look_at is not null;
create index supply_cut on supply (connection_id) where cut_at is not null;
create index supply_restore on supply (connection_id) where restore_at is not null;
