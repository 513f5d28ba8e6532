-- An announcement somebody waits for does not queue behind half a million that concern everybody.
alter table outbox add column first boolean not null default false;

drop index outbox_due;
create index outbox_due on outbox (first desc, id) where parked_reason is null;
