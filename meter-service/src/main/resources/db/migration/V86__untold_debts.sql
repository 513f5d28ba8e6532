-- A debt that nobody was told of because the one before it had been told: the rung at nothing is armed, and the next look tells it.
update account a
set crossed = array(select rung from unnest(a.crossed) rung where split_part(rung, ':', 2) <> '0')
from supply s
where s.connection_id = a.connection_id and s.empty_since is not null and s.told_by is null
  and exists (select from unnest(a.crossed) rung where split_part(rung, ':', 2) = '0');
