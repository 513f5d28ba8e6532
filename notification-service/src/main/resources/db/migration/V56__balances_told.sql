-- Up to which local day balances were told to those who asked for them, so that each day, and each month, is told once.
create table balances_told (
  connection_id text not null,
  kind text not null,
  through date not null,
  primary key (connection_id, kind)
);
