-- Who owes a balance is who is charged it: a way of billing declared for a later day is the connection's at once, but the account's when its days come. Whose
-- days are still another system's is found as what they declared.
create function billed_as(charged text, declared text) returns text language sql immutable as $$
    select case when charged is null or charged = 'CARRIED_OVER' then declared else charged end
$$;

create or replace function debt_follows_connection() returns trigger language plpgsql as $$
begin
    insert into debt (connection_id, discom, area_path, billing_mode, removed)
    values (new.connection_id, new.discom, new.area_path,
            billed_as((select a.billing_mode from account a where a.connection_id = new.connection_id), new.billing_mode), new.removed)
    on conflict (connection_id) do update
    set discom = excluded.discom, area_path = excluded.area_path, billing_mode = excluded.billing_mode, removed = excluded.removed;
    return null;
end $$;

create or replace function debt_follows_account() returns trigger language plpgsql as $$
begin
    update debt d set balance_paise = new.posted_paise, billing_mode = billed_as(new.billing_mode, c.billing_mode)
    from connection c where d.connection_id = new.connection_id and c.connection_id = new.connection_id;
    return null;
end $$;
drop trigger debt_follows_account on account;
create trigger debt_follows_account after update on account
    for each row when (old.billing_mode <> new.billing_mode
        or old.posted_paise <> new.posted_paise and least(old.posted_paise, new.posted_paise) < 0)
    execute function debt_follows_account();

create function debt_follows_new_account() returns trigger language plpgsql as $$
begin
    update debt set billing_mode = new.billing_mode
    where connection_id = new.connection_id and billing_mode <> billed_as(new.billing_mode, billing_mode);
    return null;
end $$;
create trigger debt_follows_new_account after insert on account
    for each row execute function debt_follows_new_account();

update debt d set billing_mode = billed_as(a.billing_mode, d.billing_mode)
from account a
where a.connection_id = d.connection_id and billed_as(a.billing_mode, d.billing_mode) <> d.billing_mode;
