-- Writes that their caller has named by an Idempotency-Key, with the answer.
create table kept_answer (
    caller       text        not null,                 -- discom/subject of the access token
    key          text        not null,
    request_hash text        not null,                 -- of method, address and body
    expires_at   timestamptz not null,
    status       integer,                              -- null while it is being done
    content_type text,
    location     text,
    entity_tag   text,
    body         bytea,
    primary key (caller, key)
);
create index kept_answer_expiry on kept_answer (expires_at);
