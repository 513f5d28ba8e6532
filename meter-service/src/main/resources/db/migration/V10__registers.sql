-- Registers as the meter shows them: which meter, whether one ends or begins with it, and how sure it is. Null stands for what is usual, and costs nothing.
alter table reading
    add column meter_no text,
    add column moment   text check (moment in ('CLOSING', 'OPENING')),     -- null: REGULAR
    add column quality  text check (quality in ('ESTIMATED', 'RELEASED')); -- null: MEASURED

-- The meter of the latest register, so that a reading in order needs no other row to tell that the meter has changed.
alter table account add column register_meter_no text;
