-- What of a recharge goes to arrears, put right when news of either came out of order.
alter table ledger_entry
    drop constraint ledger_entry_kind_check,
    add check (kind in ('RECHARGE', 'REVERSAL', 'SPLIT', 'DAY_CHARGE', 'ADJUSTMENT', 'OPENING_BALANCE', 'CORRECTION', 'ARREARS'));
