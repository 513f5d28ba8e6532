-- What was set aside and then replayed by a command stays here, so that a replay of its topic passes it by as before.
alter table set_aside
    add column judged      boolean     not null default false, -- by its handler, in a transaction that stayed: an inbox knows its event
    add column replayed_at timestamptz;
