-- Every rulebook that was ever stored, by the hash of its rules. Append only, so that what an old receipt names can be read.
create table rulebook (
    hash      text        primary key check (hash ~ '^sha256:[0-9a-f]{64}$'),
    files     json        not null, -- {"files": {path: text}}, as an upload has it: rules, cases and scenarios
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
    impact   uuid,
    previous text        references rulebook (hash)
);

create trigger append_only before update or delete or truncate on activation
    for each statement execute function refuse_change();

create function tell_activation() returns trigger language plpgsql as $$
begin
    perform pg_notify('centerline_activation', new.number::text);
    return null;
end
$$;

-- Listeners hear of it when the transaction commits, not before.
create trigger tell after insert on activation for each row execute function tell_activation();

-- The programs that serve from this database: the last sign of life of each, and the activation it serves (0: none yet).
create table replica (
    id         uuid        primary key,
    name       text        not null,
    activation bigint      not null,
    trouble    text,                 -- why it decides nothing until a later activation
    seen       timestamptz not null
);
