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
