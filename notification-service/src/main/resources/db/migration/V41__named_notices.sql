-- The last notice that was planned of each kind that others come after, about each connection: the withdrawal of a cut is told only where the cut may
-- have been heard of.
create table named_notices (
    connection_id text        not null,
    kind          text        not null,
    matter        text        not null,                 -- what it is about within the connection, e.g. a bill's number; else empty
    message_id    uuid        not null,
    at            timestamptz not null,                 -- when what it tells happened
    version       bigint      not null,                 -- of that, by which it is told apart from what was decided before; 0 where it says none
    primary key (connection_id, kind, matter)
);
create index named_notices_age on named_notices (at);
insert into named_notices (connection_id, kind, matter, message_id, at, version)
select distinct on (c.connection_id) c.connection_id, m.kind, '', m.message_id, m.due_at, coalesce((m.template_values ->> 'version')::bigint, 0)
from messages m, unnest(m.connection_ids) as c(connection_id)
where m.kind = 'CUT_DUE'
order by c.connection_id, coalesce((m.template_values ->> 'version')::bigint, 0) desc, m.due_at desc;
