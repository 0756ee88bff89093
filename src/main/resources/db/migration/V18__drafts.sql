-- Drafts of rule folders (decision record 0030). A draft is the folder of a stored rulebook with some files changed. It decides
-- nothing: what leaves it is a stored rulebook, which is proposed and activated.
create table draft (
    id         uuid        not null primary key default gen_random_uuid(),
    name       text        not null,
    author     text        not null,
    base       text        not null references rulebook (hash), -- what it is compared with, and what unchanged files are
    version    bigint      not null default 0,                  -- of the draft; each save is the next
    begun_at   timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    closed_at  timestamptz,
    impact     uuid,                                            -- the impact report asked for last
    stored     text references rulebook (hash)                  -- what it was stored as last
);

-- The texts of changed files, one row a save. Version 0 is the text of an earlier base, once the draft was carried over.
create table draft_text (
    draft   uuid   not null references draft (id) on delete cascade,
    path    text   not null,
    version bigint not null check (version >= 0),
    text    text   not null,
    primary key (draft, path, version)
);
