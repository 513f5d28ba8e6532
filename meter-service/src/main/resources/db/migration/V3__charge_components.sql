-- A charge has more parts than energy, fixed charge and duty. What is posted had none of them.
alter table ledger_entry
    add column subsidy_paise   bigint not null default 0,   -- zero or less
    add column surcharge_paise bigint not null default 0,   -- fuel surcharge; a credit is below zero
    add column rebate_paise    bigint not null default 0,   -- zero or less
    add column minimum_paise   bigint not null default 0,   -- what is missing to the minimum charge
    drop constraint ledger_entry_check,
    add check (amount_paise + energy_paise + subsidy_paise + fixed_paise + surcharge_paise + rebate_paise + minimum_paise + duty_paise
        = received_paise);
