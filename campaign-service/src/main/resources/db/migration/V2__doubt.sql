-- Why the number is trusted no longer, in the contract's words; null unless it is doubted.
alter table consumers add column doubt_reason text;
