-- Leaves of the log that are no decisions (decision record 0020). A leaf's index is its place among all leaves: `decision` and
-- `log_record` share one sequence without gaps, under the writer's lock.
create table log_record (
    index   bigint not null primary key check (index >= 0),
    kind    text   not null,
    ref     text   not null, -- what it is about, within its kind: the row of another table, or the kind that an opening opens
    said    text   not null, -- canonical JSON, in clear; hashed behind the kind
    content text,            -- canonical JSON that `said` commits to with the salt
    salt    bytea  check (length(salt) = 32),
    leaf    bytea  not null check (length(leaf) = 32),
    unique (kind, ref),
    check ((content is null) = (salt is null))
);

create trigger append_only before update or delete or truncate on log_record
    for each statement execute function refuse_change();

-- A program that does not know of `log_record` would give places that are taken. It does not know this column either, so it
-- cannot record: stop it and start this one. Rows recorded before have the default, which is not stored in them.
alter table decision add column places smallint not null default 1;
alter table decision alter column places drop default;
