-- When the decisions of a chunk of the journal were made, from the earliest to the latest: which chunks a search by day must look
-- at (decision record 0009). Written behind the recording like decision_bits, and derived like them, so it may be emptied at any
-- time. A chunk without a row is always looked at.
create table decision_span (
    chunk    integer     primary key check (chunk >= 0),
    earliest timestamptz not null,
    latest   timestamptz not null
);
