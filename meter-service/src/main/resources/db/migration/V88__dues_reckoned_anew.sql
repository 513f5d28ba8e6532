-- What bills come to is reckoned anew where arrears are told apart from what earlier bills left, or a payment waits for its bill.
update dues d
set next_look = least(d.next_look, current_date)
where exists (select from bill b where b.connection_id = d.connection_id and b.arrears_paise <> 0)
   or exists (select from bill_payment p
              where p.connection_id = d.connection_id and p.bill_number is not null and not p.reversed
                and not exists (select from bill b where b.discom = p.discom and b.bill_number = p.bill_number));
