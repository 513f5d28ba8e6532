-- An outage of which nobody is without supply has no extent.
alter table outages alter column level drop not null, alter column assets drop not null;

-- What consumers heard last, for those who are to be told that it is no longer so; and which reminder that was, 0 for none.
alter table outages
    add column told_reminder int not null default 0,
    add column told_level    text,
    add column told_assets   text[],
    add column told_from     timestamptz,
    add column told_words    jsonb;
update outages set told_level = level, told_assets = assets, told_from = from_at, told_words = words where told_news is not null;
create index outages_ongoing on outages (discom) where phase = 'ONGOING';

-- Who is not told though it concerns them: {"<level>": [<asset>]}.
alter table fan_outs add column spared jsonb not null default '{}';
