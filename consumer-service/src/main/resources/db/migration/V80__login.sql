-- Codes by which consumers log in, to see their own connection.
alter table otp_challenge add column for_login boolean not null default false;

-- Such codes, sealed, until it is looked up whether the number is the connection's: only then they are sent. Nobody who asks waits for that.
create table login_code (
    challenge_id uuid        primary key references otp_challenge on delete cascade,
    request      bytea       not null,               -- what has it sent; number and code are sealed
    expires_at   timestamptz not null
);
