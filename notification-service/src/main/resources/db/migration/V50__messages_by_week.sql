-- Messages are dropped by the week. Their ids begin with the time of what they tell, see NamedUuid, so that the key is the partition's too, and receipts, which know
-- nothing but the id, look into one partition.
alter table messages rename to messages_earlier;
alter index messages_pkey rename to messages_earlier_pkey;
alter index messages_of_connection rename to messages_earlier_of_connection;

create table messages (like messages_earlier including defaults, primary key (message_id)) partition by range (message_id);
create index messages_of_connection on messages using gin (connection_ids);
-- What lies in weeks without a partition.
create table messages_default partition of messages default with (fillfactor = 60);

-- Ids given until now begin anyhow. They stay where they are, apart from the few that look like times, in a partition that goes when the last of its messages
-- may: its name says the day.
do $$
declare
    last_day date := (select (max(greatest(due_at, expires_at)) at time zone 'Asia/Kolkata')::date from messages_earlier);
begin
    if last_day is null then
        drop table messages_earlier;
    else
        with looking_like_times as (
            delete from messages_earlier where message_id < '04000000-0000-0000-0000-000000000000' returning *)
        insert into messages select * from looking_like_times;
        alter table messages attach partition messages_earlier
            for values from ('04000000-0000-0000-0000-000000000000') to (maxvalue);
        execute format('alter table messages_earlier rename to messages_until_%s', to_char(last_day, 'YYYYMMDD'));
    end if;
end $$;
