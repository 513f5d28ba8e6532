-- What is known of each consumer, a row a connection. Each topic fills in columns of its own, whichever speaks first; -1 says that it has
-- not spoken. A key that is gone keeps version and offset, so that a replay of what came before cannot bring it back.
create table consumers (
    connection_id      text        collate "C" primary key,

    connection_version bigint      not null default -1,
    connection_offset  bigint      not null default -1,
    recorded_at        timestamptz,
    account_no         text,
    area_path          text,                            -- discom/zone/circle/division/sub-division; null: no such connection
    substation         text,
    feeder_code        text,
    dt_code            text,
    supply_to          date,                            -- last day of supply; null while supplied

    contact_version    bigint      not null default -1,
    contact_offset     bigint      not null default -1,
    contact_at         timestamptz,                     -- when the contact was recorded as it is
    standing           text        not null default 'NO_CONTACT',
    verified_at        timestamptz,                     -- when its number was last proven; null if never

    balance_version    bigint      not null default -1,
    balance_offset     bigint      not null default -1,
    available_paise    bigint,                          -- null: no balance known

    listed             bool        not null generated always as (area_path is not null and standing <> 'VERIFIED') stored,
    priority           bigint      not null generated always as (coalesce(available_paise, 9223372036854775807)) stored
);

-- The area of a path at a level, 1 the company to 5 the sub-division: area_at('DVVNL/AGRA/MATHURA', 2) = 'DVVNL/AGRA'.
create function area_at(path text, level int) returns text
    immutable strict parallel safe
    return array_to_string((string_to_array(path, '/'))[:level], '/');

-- A page of an area is a range of one index, at whatever level the area is. An index by path and priority would put the consumers in
-- order within each sub-division only, and a page of anything larger would read and sort all of it.
create index worklist_of_discom       on consumers (area_at(area_path, 1), priority, connection_id) where listed;
create index worklist_of_zone         on consumers (area_at(area_path, 2), priority, connection_id) where listed;
create index worklist_of_circle       on consumers (area_at(area_path, 3), priority, connection_id) where listed;
create index worklist_of_division     on consumers (area_at(area_path, 4), priority, connection_id) where listed;
create index worklist_of_sub_division on consumers (area_at(area_path, 5), priority, connection_id) where listed;
create index worklist_of_substation   on consumers (substation, priority, connection_id) where listed;
create index worklist_of_feeder       on consumers (feeder_code, priority, connection_id) where listed;

-- How many each area has, from which the planner sees that a page is the beginning of a range. It does not ask a partial index for that.
create statistics worklist_discoms       on area_at(area_path, 1) from consumers;
create statistics worklist_zones         on area_at(area_path, 2) from consumers;
create statistics worklist_circles       on area_at(area_path, 3) from consumers;
create statistics worklist_divisions     on area_at(area_path, 4) from consumers;
create statistics worklist_sub_divisions on area_at(area_path, 5) from consumers;

-- Notices that nobody could be told. Those from before the number was last proven no longer count: whoever proved it was told what still
-- mattered.
create table missed_notices (
    connection_id text        not null,
    kind          text        not null,
    reason        text        not null,
    due_at        timestamptz not null
);
create index missed_notices_of_connection on missed_notices (connection_id, due_at);
