-- Until when the time of a provider with a rate is taken, by whom it is taken: each rank waits for itself and for those before it.
create table provider_turns (
  provider text primary key,
  urgent_until timestamptz not null,
  alert_until timestamptz not null,
  rest_until timestamptz not null
) with (fillfactor = 50);
