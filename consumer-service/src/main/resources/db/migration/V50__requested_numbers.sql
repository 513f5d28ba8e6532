-- A number that is known only because an officer asked for a code to prove it. It takes no other's place before it is proven.
alter table contact_number add column requested boolean not null default false;
