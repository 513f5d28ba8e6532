-- What was spent of allowances for codes and guesses. Outlives the challenges, and names nobody.
create table allowance_spent (
    who      text        not null,                   -- keyed hash of what is limited: a number, an account, an officer, an address
    spent_at timestamptz not null
);
create index allowance_spent_by on allowance_spent (who, spent_at);
create index allowance_spent_age on allowance_spent (spent_at);

-- Challenges no longer count as sends; they are deleted soon after their time.
drop index otp_challenge_sends;
create index otp_challenge_age on otp_challenge (requested_at);

alter table otp_challenge
    drop constraint otp_challenge_connection_id_fkey, -- a stranger may name an account that nobody has
    drop column requested_by,                         -- the audit trail says who asked
    drop column number_hash,
    add column proven_as_of timestamptz,              -- when the number on record was proven, as it was when the code was asked for
    add column details_hash text;                     -- of what a stranger knew of the connection, keyed; null: an officer asked
