-- Who changed or saw what of a consumer. No personal data of consumers: entries outlive an erasure, hence no foreign key.
create table audit_entry (
    entry_id      bigint      generated always as identity primary key,
    at            timestamptz not null,
    address       text,                              -- from where the request came; null when nobody asked
    subject       text        not null,              -- of the access token, or the part of the service
    role          text        not null,
    action        text        not null,
    connection_id text        not null,
    area_path     text        not null,              -- where the connection was administered then
    detail        text
);
create index audit_entry_connection on audit_entry (connection_id, entry_id);
create index audit_entry_subject on audit_entry (subject, entry_id);

-- Entries are added and, when they are old enough, pruned. Nothing else happens to them, whoever asks.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < nullif(current_setting('sampark.audit_prune_before', true), '')::timestamptz then
        return old;
    end if;
    raise exception 'audit_entry: % (expected: entries are added only)', lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_rows before update or delete on audit_entry
    for each row execute function refuse_audit_change();
create trigger audit_entry_table before truncate on audit_entry
    for each statement execute function refuse_audit_change();

-- Entries are nearly in the order of their time, so the oldest are found at the beginning.
create function prune_audit(older_than timestamptz, at_most int) returns int language plpgsql as $$
declare
    pruned int;
begin
    perform set_config('sampark.audit_prune_before', older_than::text, true);
    delete from audit_entry
     where at < older_than
       and entry_id in (select entry_id from audit_entry order by entry_id limit at_most);
    get diagnostics pruned = row_count;
    perform set_config('sampark.audit_prune_before', '', true);
    return pruned;
end
$$;
