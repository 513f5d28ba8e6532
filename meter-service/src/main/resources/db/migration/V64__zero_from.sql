-- The day with whose beginning a connection's meter began at 0. Null where nobody knows what it showed: it was supplied before it was charged here,
-- so energy counts from the first register known.
alter table account add column zero_from date;
update account
set zero_from = supply_from
where register_at is not null or ((mode_from is null or mode_from = supply_from) and billing_mode <> 'CARRIED_OVER');
