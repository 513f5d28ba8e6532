-- What a person has to put right at a provider, a row for each thing to do.
create table operator_tasks (
    discom      text        not null,
    provider    text        not null,
    task        text        not null,
    header      text        not null,                   -- empty when it is about none
    template_id text        not null,                   -- empty when it is about none
    reason      text        not null,
    since       timestamptz not null,                   -- first seen this time
    seen_at     timestamptz not null,
    told_at     timestamptz not null,
    messages    bigint      not null,                   -- since then
    primary key (discom, provider, task, header, template_id)
);
