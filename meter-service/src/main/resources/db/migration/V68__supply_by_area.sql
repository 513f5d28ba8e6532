-- Where each connection is whose supply is watched, so that what is due in an area is a range of an index, in the field's order.
alter table supply add column area_path text;
update supply s set area_path = c.area_path from connection c where c.connection_id = s.connection_id;
alter table supply alter column area_path set not null;

create function supply_follows_connection() returns trigger language plpgsql as $$
begin
    update supply set area_path = new.area_path where connection_id = new.connection_id;
    return null;
end $$;
create trigger supply_follows_moved_connection after update on connection
    for each row when (old.area_path <> new.area_path)
    execute function supply_follows_connection();

drop index supply_cut;
drop index supply_restore;
create index supply_cut on supply (area_path collate "C", connection_id) where cut_at is not null and line <> 'CUT';
create index supply_restore on supply (area_path collate "C", connection_id) where restore_at is not null;
