-- Outages stand as meter-service recorded them: what a revision said and where the outage was with it are one.
drop index outages_ongoing;
update outages
set stage = case phase when 'PLANNED' then 'SCHEDULED' when 'ONGOING' then 'STARTED'
                         else case told_news when 'RESTORED' then 'RESTORED' else 'CANCELLED' end end
where stage = 'REVISED';
update outages
set told_phase = case told_phase when 'PLANNED' then 'SCHEDULED' when 'ONGOING' then 'STARTED' else told_news end
where told_phase is not null;
alter table outages drop column phase;
alter table outages rename column stage to standing;
alter table outages rename column told_phase to told_standing;
alter table outages add check (standing in ('SCHEDULED', 'STARTED', 'RESTORED', 'CANCELLED'));
create index outages_ongoing on outages (discom) where standing = 'STARTED';
