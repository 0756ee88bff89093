-- Every edition of the schedule under which this database's programs decided, as the program's own text. Append only, so that
-- what an old receipt names can be read when the program has a newer edition.
create table schedule (
    edition text        primary key,
    content bytea       not null,
    kept_at timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on schedule
    for each statement execute function refuse_change();
