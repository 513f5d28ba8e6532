-- Topics that are written anew from the tables, a row for each that ever was.
create table republication (
    topic        text        primary key,
    requested_by text        not null,                 -- subject of the access token
    requested_at timestamptz not null default now(),
    cursor       text        not null default '',      -- the last row announced
    rows         bigint      not null default 0,
    finished_at  timestamptz
);
