-- Who was asked last without an outcome: others may have been asked since, and answered.
alter table messages add column silent text;
