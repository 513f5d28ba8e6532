-- When a consumer who owes was last switched on by hand, before which nothing proves that they were told; null when never in this debt.
alter table supply add column switched_on_at timestamptz;
