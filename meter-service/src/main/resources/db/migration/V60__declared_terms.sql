-- What records declare is kept apart from the opening balance and the first day of supply, which nothing is charged before. So whoever has an opening
-- balance has rows, those of one plan too.
insert into account_terms (connection_id, from_day, category, sanctioned_load_w, billing_mode, mode_from)
select a.connection_id, coalesce(a.mode_from, a.supply_from), a.category, a.sanctioned_load_w, a.billing_mode, coalesce(a.mode_from, a.supply_from)
from account a
join account_entry e on e.connection_id = a.connection_id and e.kind = 'OPENING_BALANCE'
where not exists (select from account_terms t where t.connection_id = a.connection_id);
