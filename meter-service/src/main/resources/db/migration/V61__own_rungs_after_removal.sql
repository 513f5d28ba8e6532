-- A removal has no version: its place on the topic tells what came before it from what comes after.
alter table own_rung
    add column topic_offset bigint  not null default -1,
    add column removed      boolean not null default false;
update own_rung set removed = true where version = 9223372036854775807;
