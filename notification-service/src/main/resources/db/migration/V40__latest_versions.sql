-- The highest version that those events said, by which they are told apart from what was decided before, whatever the clocks said; 0 where they say none.
alter table latest_events add column last_version bigint not null default 0;
