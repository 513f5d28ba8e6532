-- A node of the area tree or of the supply network, as the network master has it.
create table network_node (
    discom      text        not null,
    kind        text        not null,
    code_key    text        not null,                -- the code in capitals: how it is written does not matter
    code        text        not null,
    parent_kind text,
    parent_key  text,
    parent      text,
    name        text,
    active      boolean     not null,
    recorded_at timestamptz not null,
    primary key (discom, kind, code_key)
);
create index network_node_parent on network_node (discom, kind, parent_key, code_key);

-- A company whose network has changed: its connections are walked and placed anew.
create table placement_review (
    discom text    primary key,
    cursor text    not null,                         -- the last connection placed; empty before the first
    again  boolean not null                          -- the network has changed since the walk began
);
