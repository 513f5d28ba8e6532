-- Proofs that a consumer was told after the one that counts, the earliest first: one of them counts when it turns out that they were switched on by hand
-- in between. JSON, null where there are none.
alter table supply add column later_notices text;
