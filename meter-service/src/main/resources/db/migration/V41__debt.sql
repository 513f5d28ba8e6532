-- What each connection owes, and where: a row for every connection from its first, for the lists of those who owe. Each of the tables that know a part
-- of it keeps that part up by a trigger, in columns of its own and in the same transaction, so nothing has to be told from one feature to another, and
-- a reading, which moves no posted money, costs a comparison.
create table debt (
    connection_id text    primary key,
    discom        text    not null,
    area_path     text    not null,
    billing_mode  text    not null,
    removed       boolean not null,
    balance_paise bigint  not null default 0,           -- posted balance of its account
    overdue_paise bigint  not null default 0,           -- of bills whose due date has passed
    overdue_since date,
    owed_paise    bigint  not null generated always as
        (overdue_paise + case when billing_mode = 'PREPAID' then greatest(-balance_paise, 0) else 0 end) stored
) with (fillfactor = 80);

insert into debt (connection_id, discom, area_path, billing_mode, removed, balance_paise)
select c.connection_id, c.discom, c.area_path, c.billing_mode, c.removed, coalesce(a.posted_paise, 0)
from connection c left join account a using (connection_id);

-- A list is a range of it, in the order in which the field goes about; sums are read from it alone.
create index debt_of_area on debt (area_path collate "C", connection_id) include (owed_paise, billing_mode)
    where owed_paise > 0 and not removed;

create function debt_follows_connection() returns trigger language plpgsql as $$
begin
    insert into debt (connection_id, discom, area_path, billing_mode, removed)
    values (new.connection_id, new.discom, new.area_path, new.billing_mode, new.removed)
    on conflict (connection_id) do update
    set discom = excluded.discom, area_path = excluded.area_path, billing_mode = excluded.billing_mode, removed = excluded.removed;
    return null;
end $$;
create trigger debt_follows_new_connection after insert on connection
    for each row execute function debt_follows_connection();
create trigger debt_follows_changed_connection after update on connection
    for each row when ((old.area_path, old.billing_mode, old.removed) is distinct from (new.area_path, new.billing_mode, new.removed))
    execute function debt_follows_connection();

create function debt_follows_account() returns trigger language plpgsql as $$
begin
    update debt set balance_paise = new.posted_paise where connection_id = new.connection_id;
    return null;
end $$;
-- Only who owes something before or after is of interest.
create trigger debt_follows_account after update on account
    for each row when (old.posted_paise <> new.posted_paise and least(old.posted_paise, new.posted_paise) < 0)
    execute function debt_follows_account();

create function debt_follows_dues() returns trigger language plpgsql as $$
begin
    update debt set overdue_paise = new.overdue_paise, overdue_since = new.overdue_since where connection_id = new.connection_id;
    return null;
end $$;
create trigger debt_follows_dues after update on dues
    for each row when ((old.overdue_paise, old.overdue_since) is distinct from (new.overdue_paise, new.overdue_since))
    execute function debt_follows_dues();
