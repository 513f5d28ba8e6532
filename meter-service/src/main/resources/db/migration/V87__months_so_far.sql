-- What the days behind of the month under way left to the next: load and tariff may have been others on each. Null in the months in which this came: they end
-- as they would have.
alter table account
    add column month_fixed_paise  bigint,               -- fixed charge of the days behind, due or waived
    add column month_waived_paise bigint,               -- what of it is waived so far
    add column month_short_paise  bigint;               -- what they lack to the minimum; below zero: what was charged beyond it
