-- What a day costs and uses of late, kept where days are posted: days left then need no history. No rewrite of the table: the defaults are constants.
alter table account
    add column recent_days  int    not null default 0,  -- charged days the means rest on
    add column recent_paise bigint not null default 0,
    add column recent_wh    bigint not null default 0;
