-- How far what decisions are listed by was compared with the decisions themselves, in the background (decision record 0020).
-- Derived: emptied, the comparison begins again.
create table comparison (
    one         boolean     primary key default true check (one),
    next        bigint      not null default 0, -- where the round goes on
    compared    bigint      not null default 0, -- the leaves before this were compared, in this round or an earlier one
    found       bigint      not null default 0, -- leaves that differed in this round
    found_last  bigint      not null default 0, -- and in the round before
    begun_at    timestamptz not null default '-infinity'
);
