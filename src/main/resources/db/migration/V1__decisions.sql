-- Decisions, append only: what was decided is never altered. index is the leaf's place in the log, without gaps.
create table decision (
    index      bigint      primary key check (index >= 0),
    id         uuid        not null unique,
    importer   text        not null,
    center     text        not null,
    basis      text,
    status     text        not null,
    reviews    text[]      not null,
    rules      text[]      not null,
    as_of      date        not null,
    decided_at timestamptz not null,
    rulebook   text        not null,
    schedule   text        not null,
    program    text        not null,
    facts      text        not null, -- JSON as received
    body       text        not null, -- JSON as given, but for receipt.index and receipt.leaf
    leaf       bytea       not null check (length(leaf) = 32)
);

-- Uncompressed: this server's only compression costs more time than the rest of the insert (decision record 0004).
alter table decision alter facts set storage external, alter body set storage external;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table `%` is append only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger append_only before update or delete or truncate on decision
    for each statement execute function refuse_change();

create table idempotency (
    key         text        primary key,
    body_hash   bytea       not null,
    decision_id uuid        not null references decision (id),
    created_at  timestamptz not null
);
