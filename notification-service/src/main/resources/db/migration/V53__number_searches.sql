-- Who looked for the messages to a number. Entries are added and, when they are old enough, pruned; nothing else happens to them, whoever asks.
create table number_search (
    entry_id    bigint      generated always as identity primary key,
    at          timestamptz not null,
    address     text,                                   -- from where the request came
    subject     text        not null,                   -- of the access token
    discom      text        not null,
    area_path   text        not null,                   -- in which they act
    number_hash text        not null                    -- keyed; the number itself stands nowhere
);
create index number_search_at on number_search (at);

create function refuse_number_search_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < nullif(current_setting('sampark.number_search_prune_before', true), '')::timestamptz then
        return old;
    end if;
    raise exception 'number_search: % (expected: entries are added only)', lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;
create trigger number_search_rows before update or delete on number_search
    for each row execute function refuse_number_search_change();
create trigger number_search_table before truncate on number_search
    for each statement execute function refuse_number_search_change();

-- Never those of the last year, by this database's clock.
create function prune_number_searches() returns void language plpgsql as $$
begin
    perform set_config('sampark.number_search_prune_before', (now() - interval '366 days')::text, true);
    delete from number_search where at < now() - interval '366 days';
    perform set_config('sampark.number_search_prune_before', '', true);
end
$$;
