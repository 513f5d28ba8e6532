-- By which key a number was hashed, so that hashes can follow when keys rotate. Null: by one of the time before.
alter table contact_number add column hash_key text;
