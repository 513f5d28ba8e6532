-- A cut is announced on every day on which it is due anew. Who heard of one of these days, though not of the last, hears that it is withdrawn.
alter table named_notices
    add column earlier uuid[] not null default '{}',        -- those planned before it that no end followed, the latest first
    add column ended boolean not null default false;        -- whether an end of it was planned
