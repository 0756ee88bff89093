-- Every rulebook that was ever stored, by the hash of its rules. Append only, so that what an old receipt names can be read.
create table rulebook (
    hash      text        primary key check (hash ~ '^sha256:[0-9a-f]{64}$'),
    rules     jsonb       not null, -- text of each rule file by its path
    tests     jsonb       not null, -- text of each case file and scenario by its path
    author    text        not null,
    stored_at timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on rulebook
    for each statement execute function refuse_change();

-- Which rulebook served since when; the last row is the active one. Numbers have no gaps.
create table activation (
    number   bigint      primary key check (number >= 1),
    rulebook text        not null references rulebook (hash),
    author   text        not null,
    reason   text        not null,
    at       timestamptz not null default clock_timestamp(),
    impact   text,
    previous text        references rulebook (hash)
);

create trigger append_only before update or delete or truncate on activation
    for each statement execute function refuse_change();
