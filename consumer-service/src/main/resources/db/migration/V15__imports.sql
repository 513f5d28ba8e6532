-- Which connections a file has named is now found when the whole file is staged.
drop table import_account;

-- A file that was sent, from its first byte until its report is forgotten.
create sequence import_order;
create table import_job (
    import_id    uuid        primary key,
    requested_by text        not null,               -- subject of the sender's token
    role         text        not null,
    address      text,                               -- from where it was sent
    discom       text        not null,
    area_path    text        not null,               -- the sender's; rows outside it are rejected
    state        text        not null check (state in ('RECEIVING', 'WAITING', 'TAKING', 'DONE', 'FAILED')),
    position     bigint,                             -- the order in which files are taken; null until the file is whole
    content_hash text,                               -- keyed hash of its bytes; null until the file is whole
    reason       text,                               -- why it failed
    rows_read    bigint      not null default 0,     -- these four are sums over import_chunk until the job has ended
    taken        bigint      not null default 0,
    unchanged    bigint      not null default 0,
    rejected     bigint      not null default 0,
    created_at   timestamptz not null,
    begun_at     timestamptz not null default now(), -- wall time, for clearing up after senders that are gone
    ended_at     timestamptz
);
create index import_job_line on import_job (position) where state in ('WAITING', 'TAKING');
create index import_job_sender on import_job (requested_by, discom, area_path, position);

-- Some rows of a file that wait to be taken in one transaction, which empties them.
create table import_chunk (
    import_id      uuid        not null references import_job on delete cascade,
    chunk          integer     not null,             -- from 0, in the file's order
    staged         bytea,                            -- the good rows, encrypted, context import and chunk; null once taken
    connection_ids text[],                           -- whom they name
    lines          bigint[],                         -- and on which lines, ascending
    rows_read      integer     not null,
    rejected       integer     not null,
    taken          integer     not null default 0,
    unchanged      integer     not null default 0,
    staged_at      timestamptz not null default now(), -- wall time
    primary key (import_id, chunk)
);
alter table import_chunk alter column staged set storage external; -- cipher text does not shrink
create index import_chunk_open on import_chunk (import_id, chunk) where staged is not null;

-- Why rows were not taken. Values that may be personal are masked.
create table import_error (
    import_id    uuid    not null references import_job on delete cascade,
    line         bigint  not null,
    position     integer not null,                   -- within the line, from 0
    column_title text    not null,                   -- empty: the row as a whole
    value        text    not null,
    expected     text    not null,
    primary key (import_id, line, position)
);
