-- The contact of a consumer whose data were erased stays for its version, from which a new contact goes on.
alter table contact add column erased_at timestamptz;
