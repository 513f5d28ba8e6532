-- What was done to an area as a whole, say with a network list, concerns no single connection.
alter table audit_entry alter column connection_id drop not null;
