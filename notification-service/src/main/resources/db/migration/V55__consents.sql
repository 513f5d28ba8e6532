-- What a consumer agreed to and has not withdrawn, as in Contact.consents. Those who agreed before this column was here are known when
-- consumer-service publishes its contacts anew.
alter table contacts add column consents text[] not null default '{}';
