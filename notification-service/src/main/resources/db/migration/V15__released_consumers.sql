-- Whether it tells those it goes to that the subject no longer concerns them: later news do not end it, for they are told to others.
alter table fan_outs add column release bool not null default false;
