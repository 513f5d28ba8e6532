-- Whether doubted readings of a connection were discarded. Null, and no room taken, where none were: readings are compared with them when they come again.
alter table account add column discards boolean;
update account a
set discards = true
where exists (select from doubted_reading d where d.connection_id = a.connection_id and d.standing = 'DISCARDED');
