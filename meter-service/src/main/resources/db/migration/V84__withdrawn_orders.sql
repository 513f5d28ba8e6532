-- What was ordered and taken back may be carried out all the same: the two cross. Without a cause in the report, that is known by the order alone.
alter table supply
    add column withdrawn_at       timestamptz,               -- the last order to cut off that was taken back
    add column withdrawn_deadline timestamptz,
    add check ((withdrawn_at is null) = (withdrawn_deadline is null));
