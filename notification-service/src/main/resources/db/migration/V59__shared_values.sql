-- What is said to many alike is kept once: of a message's row, which is written again with each step of its life, it was more than half.
create table shared_values (
    values_id       uuid  primary key, -- begins with the time of what they tell, as ids of messages do
    template_values jsonb not null
);
-- Beside which a message has values of its own; null: it has all of them itself.
alter table messages add column values_id uuid;
