alter table contact_number
    add column doubt_reason text,                       -- null: trusted as far as it was proven
    add column doubted_at   timestamptz,
    add check ((doubt_reason is null) = (doubted_at is null)),
    add check (doubt_reason is null or verified_at is not null);

-- Which numbers many connections share is answered by this index alone.
drop index contact_number_hash;
create index contact_number_hash on contact_number (number_hash, connection_id);

-- Verifications by age, for those that grow too old.
create index contact_number_age on contact_number (verified_at) where verified_at is not null and doubt_reason is null;

-- Whether a number that an officer has a code sent to is to be told beside the primary one, not instead of it.
alter table otp_challenge add column further boolean not null default false;
