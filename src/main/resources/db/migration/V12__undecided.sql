-- How many decisions a run could not ask (facts erased or unreadable, or a day that a rulebook does not cover). The limit of an
-- activation takes them for moving. Null in runs of earlier programs, which did not ask routings at all.
alter table impact_run add undecided bigint check (undecided >= 0);

-- The same number of the report that an activation quotes, and why the rulebook may serve although so many were not asked.
alter table activation
    add undecided        bigint check (undecided >= 0),
    add undecided_reason text,
    add constraint undecided_of_a_report check (undecided is null or impact is not null),
    add constraint reason_of_undecided check (undecided_reason is null or undecided is not null);
