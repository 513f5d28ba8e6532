-- The order in which connections are shown, and every area a range of it: a path with a slash at its end begins those below it, and no other.
create index connection_place on connection (((area_path || '/') collate "C"), (connection_id collate "C"));
drop index connection_area;

-- Names are encrypted. They are found by keyed hashes of how their words begin.
alter table connection
    add column name_words     bigint[],
    add column name_words_key text;                  -- by which key they were hashed; null: not at all yet
create index connection_name_words on connection using gin (name_words);
