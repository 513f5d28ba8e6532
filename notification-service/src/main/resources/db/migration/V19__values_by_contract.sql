-- Notices that wait to be told have the values of their events by the contracts' names now, as their words do.
update messages
set template_values = template_values
    || case when template_values ? 'available' then jsonb_build_object('availablePaise', template_values -> 'available') else '{}' end
    || case when template_values ? 'amount' then jsonb_build_object('amountPaise', template_values -> 'amount') else '{}' end
    || case when template_values ? 'rung' then jsonb_build_object('rungValue', template_values -> 'rung') else '{}' end
    || case when template_values ? 'unit' then jsonb_build_object('rungUnit', template_values -> 'unit') else '{}' end
    || case when template_values ? 'newNumber' then jsonb_build_object('newNumberEnding', template_values -> 'newNumber') else '{}' end
    || jsonb_build_object('occurredAt', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
where kind in ('LOW_BALANCE', 'RECHARGE_CREDITED', 'NUMBER_CHANGE')
  and state in ('UNREACHABLE', 'PLANNED', 'SENDING', 'RETRYING', 'UNKNOWN');
