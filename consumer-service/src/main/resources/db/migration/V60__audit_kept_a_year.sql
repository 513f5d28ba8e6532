-- A year at least (DPDP Rules 2025), whatever the service asks for: by the database's clock, which no story sets.
create function audit_must_be_kept_since() returns timestamptz language sql stable as
$$ select now() - interval '365 days' $$;

create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       and old.at < nullif(current_setting('sampark.audit_prune_before', true), '')::timestamptz
       and old.at < audit_must_be_kept_since() then
        return old;
    end if;
    raise exception 'audit_entry: % (expected: entries are added only)', lower(tg_op)
        using errcode = 'insufficient_privilege';
end
$$;

create or replace function prune_audit(older_than timestamptz, at_most int) returns int language plpgsql as $$
declare
    pruned int;
    before timestamptz := least(older_than, audit_must_be_kept_since());
begin
    perform set_config('sampark.audit_prune_before', before::text, true);
    delete from audit_entry
     where at < before
       and entry_id in (select entry_id from audit_entry order by entry_id limit at_most);
    get diagnostics pruned = row_count;
    perform set_config('sampark.audit_prune_before', '', true);
    return pruned;
end
$$;
