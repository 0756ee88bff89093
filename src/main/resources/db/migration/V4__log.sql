-- What ties the facts to the receipt without telling anything about them once it is gone (decision record 0008).
-- Decisions recorded before have none. Facts and salt are erased together.
alter table decision
    alter facts drop not null,
    add salt bytea check (length(salt) = 32),
    add constraint salt_goes_with_facts check (salt is null or facts is not null);

-- The log's name: two databases are two logs.
create table log (
    origin text not null
);
insert into log (origin) values ('centerline/' || replace(gen_random_uuid()::text, '-', ''));

-- Roots of full tiles: level 1 over 256 leaves each, level 2 over 256 of level 1 and so on. The leaves are those of `decision`.
create table log_tile (
    level smallint not null check (level > 0),
    index bigint   not null check (index >= 0),
    root  bytea    not null check (length(root) = 32),
    primary key (level, index)
);

-- Every checkpoint ever signed. One size can be signed twice: when keys were replaced.
create table checkpoint (
    number    bigint      generated always as identity primary key,
    size      bigint      not null check (size >= 0),
    root      bytea       not null check (length(root) = 32),
    signed_at timestamptz not null,
    note      text        not null
);

create trigger append_only before update or delete or truncate on log
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on log_tile
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();

-- Facts that were erased: those of the decisions from_index to to_index - 1.
create table erasure (
    from_index     bigint      primary key check (from_index >= 0),
    to_index       bigint      not null check (to_index > from_index),
    decided_before timestamptz not null,
    erased_at      timestamptz not null
);

-- Facts that were given out unmasked: those of the decisions from_index to to_index - 1.
create table disclosure (
    number       bigint      generated always as identity primary key,
    from_index   bigint      not null check (from_index >= 0),
    to_index     bigint      not null check (to_index > from_index),
    caller       text        not null,
    disclosed_at timestamptz not null
);

create trigger append_only before update or delete or truncate on erasure
    for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on disclosure
    for each statement execute function refuse_change();

-- The one change a decision may see: facts and salt go, and the erasure is listed.
drop trigger append_only on decision;
create trigger append_only before delete or truncate on decision
    for each statement execute function refuse_change();

create function refuse_all_but_erasure() returns trigger language plpgsql as $$
declare
    erased decision := old;
begin
    erased.facts := null;
    erased.salt := null;
    if new is distinct from erased
            or not exists (select from erasure where from_index <= old.index and old.index < to_index) then
        raise exception 'table `decision` is append only' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger erasure_only before update on decision
    for each row execute function refuse_all_but_erasure();
