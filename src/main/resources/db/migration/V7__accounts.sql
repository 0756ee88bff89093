-- Accounts on file (decision record 0010). What was recorded is never altered: corrections are later events.
create table account (
    number     text        collate "C" primary key, -- the importer number, nothing masked
    root       text        collate "C" not null,    -- the EIN without suffix, or the whole number: what siblings share
    version    bigint      not null check (version >= 1), -- of the last change; who changes an account locks this row
    changed_at timestamptz not null
);

create index account_root on account (root, number);

-- One row for each thing a change says. Record time is the same for all rows of a change and grows from change to change.
create table account_event (
    account     text        collate "C" not null references account (number),
    version     bigint      not null check (version >= 1),
    position    smallint    not null check (position >= 0), -- within the change
    recorded_at timestamptz not null,
    author      text        not null,
    reason      text        not null,
    event       json        not null,
    packet      json,                 -- of an appeal; never read to look an account up
    primary key (account, version, position)
);

create trigger append_only before update or delete or truncate on account_event
    for each statement execute function refuse_change();

-- Decisions that accounts changed by and that the journal has yet to record: kept in the transaction of the change, gone once
-- the journal has them.
create table owed_decision (
    id         uuid        primary key,
    importer   text        not null,
    status     text        not null,
    center     text        not null,
    basis      text,
    reviews    text[]      not null,
    rules      text[]      not null,
    as_of      date        not null,
    decided_at timestamptz not null,
    rulebook   text        not null,
    schedule   text        not null,
    program    text        not null,
    facts      bytea       not null,
    salt       bytea       not null,
    body       bytea       not null,
    owed_at    timestamptz not null default clock_timestamp()
);
