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
    primary key (account, version, position)
);

create trigger append_only before update or delete or truncate on account_event
    for each statement execute function refuse_change();
