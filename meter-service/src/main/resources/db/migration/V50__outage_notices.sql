-- What goes off with a transmission line, and the notice that announced an outage: one notice may speak of several.
alter table outage add column takes_down_level text, add column takes_down_assets text[], add column notice_id text;
alter table outage_promise add column takes_down_level text, add column takes_down_assets text[], add column notice_id text;
create index outage_notice on outage (notice_id) where notice_id is not null;
create index outage_promise_notice on outage_promise (notice_id) where notice_id is not null;
