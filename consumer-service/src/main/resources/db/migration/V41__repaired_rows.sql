-- Rows of which a spreadsheet's damage was undone.
alter table import_chunk add column repaired integer not null default 0;
alter table import_job add column repaired bigint not null default 0;
