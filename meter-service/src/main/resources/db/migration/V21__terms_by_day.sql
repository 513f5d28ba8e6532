-- What an account is charged by, by day. The account has what its next day to post is charged by, and what is known to follow.
alter table account
    add column mode_from     date,                      -- first day of the run that pays like this; null: the first of supply
    add column terms_to_come jsonb;                     -- first day -> terms; null, and no room taken, when none are known

-- What held from which day. Of connections whose terms never changed there is no row: what their account has held all along.
create table account_terms (
    connection_id     text   not null,
    from_day          date   not null,
    category          text   not null,
    sanctioned_load_w bigint not null,
    billing_mode      text   not null,
    mode_from         date   not null,                  -- first day of the run of days that pay like this
    primary key (connection_id, from_day)
);

-- Days of every connection are posted, whoever charges for them.
update account
set charge_due = coalesce(posted_through + 1, supply_from)
where billing_mode <> 'PREPAID' and not removed and (supply_to is null or supply_to >= coalesce(posted_through + 1, supply_from));

-- Money from the company's other books, and arrears beside the balance: still every line adds up to zero.
alter table ledger_entry
    add column carried_paise bigint not null default 0, -- carried over from other books; negative when carried there
    add column arrears_paise bigint not null default 0, -- owed in arrears from now on; negative when paid off
    drop constraint ledger_entry_check,
    drop constraint ledger_entry_kind_check,
    add check (kind in ('RECHARGE', 'REVERSAL', 'DAY_CHARGE', 'ADJUSTMENT', 'OPENING_BALANCE', 'CORRECTION', 'ARREARS')),
    add check (amount_paise + energy_paise + subsidy_paise + fixed_paise + surcharge_paise + rebate_paise + minimum_paise + duty_paise
        = received_paise + carried_paise + arrears_paise);
create index ledger_entry_arrears on ledger_entry (connection_id) where arrears_paise <> 0;
