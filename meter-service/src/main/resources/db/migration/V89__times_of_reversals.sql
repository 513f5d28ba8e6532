-- When a reversal was reported: a bill issued much later was written with it, one issued before without. Null: not reversed, or before this was kept.
alter table bill_payment add column reversed_at timestamptz;

-- What bills come to is reckoned anew where it depends on that.
update dues d
set next_look = current_date
where (d.next_look is null or d.next_look > current_date)
    and exists (select from bill b where b.connection_id = d.connection_id and b.arrears_paise <> 0);
