-- Where a node hung before: whoever still says so is overtaken by its move, whoever says anything else means another node, perhaps.
alter table network_node add column former_parents text[] not null default '{}';

-- Rows that were taken although something in them contradicts the network. The report says what.
alter table import_error add column warning boolean not null default false;
alter table import_chunk add column warned integer not null default 0;
alter table import_job add column warned bigint not null default 0;
