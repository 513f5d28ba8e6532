-- What providers call the messages they took, of those whose receipts say no more than that. The answer to a hand-over and the receipt may come
-- in either order. Not a column of messages with an index: each outcome would then rewrite its row's index entries, whoever the provider is.
create table provider_messages (
    provider            text        not null,
    provider_message_id text        not null,
    message_id          uuid,                               -- null: the receipt came before the answer
    state               text,                               -- what a receipt said that came first
    word                text,
    noted_at            timestamptz not null default now(), -- by the wall's clock
    primary key (provider, provider_message_id)
);
create index provider_messages_age on provider_messages (noted_at);
