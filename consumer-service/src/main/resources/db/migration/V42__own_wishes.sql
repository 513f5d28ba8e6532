-- What a consumer wants who proves their number themselves, as JSON; it is followed when the number is theirs. Null: nothing but the number.
alter table number_change add column wanted text;
