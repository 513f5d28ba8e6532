-- First local day that is billed by the mode; null when nobody said.
alter table connection add column billing_mode_from date;
