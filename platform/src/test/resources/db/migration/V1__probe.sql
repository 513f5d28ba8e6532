create table seen (
    position      bigint generated always as identity primary key,
    connection_id text not null,
    event_id      text,
    rung          bigint
);
