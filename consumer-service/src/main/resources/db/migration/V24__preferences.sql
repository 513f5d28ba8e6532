-- What a consumer prefers, in words where there are several.
alter table contact
    add column language_chosen   boolean not null default false, -- by the consumer: no master overrules it
    add column switched_off      text[]  not null default '{}',
    add column low_balance_paise bigint  check (low_balance_paise > 0),
    add column low_balance_days  int     check (low_balance_days > 0),
    add column quiet_from        int     check (quiet_from between 0 and 1439), -- minutes of the local day
    add column quiet_to          int     check (quiet_to between 0 and 1439),
    add column consents          text[]  not null default '{}',  -- those in force: <channel>/<purpose>
    add check ((quiet_from is null) = (quiet_to is null)),
    add check (low_balance_paise is null or low_balance_days is null);

-- Every consent given and withdrawn. It only grows: it is what shows that somebody had agreed.
create table consent_entry (
    entry_id        uuid        primary key,
    connection_id   text        not null,
    channel         text        not null,
    purpose         text        not null,
    given           boolean     not null,              -- false: withdrawn
    source          text        not null,              -- how it was said
    wording_version text        not null,              -- of what was agreed to
    said_at         timestamptz not null,
    noted_by        text        not null               -- subject of the token
);
create index consent_entry_connection on consent_entry (connection_id, said_at);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception '% only grows', tg_table_name; end $$;
create trigger consent_entry_only_grows before update or delete or truncate on consent_entry
    for each statement execute function refuse_change();
