-- Rulebooks that somebody proposes to activate (decision record 0031). What was said is never altered.
create table proposal (
    number      bigint      primary key check (number >= 1),
    rulebook    text        not null references rulebook (hash),
    base        text        not null references rulebook (hash), -- what was active when it was proposed
    author      text        not null,
    reason      text        not null,
    at          timestamptz not null default clock_timestamp(),
    draft       text,          -- the draft it came from
    correction  text,          -- why answers for past days may change
    impact      uuid,          -- the report on whom it would move
    checked     json        not null, -- what the check counted
    differences json        not null, -- what became of each rule, in sentences
    moved       integer     not null check (moved >= 0), -- numbers of the schedule that change their Center
    past        integer     not null check (past >= 0)   -- places in which answers for past days change
);

create trigger append_only before update or delete or truncate on proposal
    for each statement execute function refuse_change();

-- What became of a proposal. It has version 1, and each row makes the next one.
create table proposal_review (
    number   bigint      generated always as identity primary key,
    proposal bigint      not null references proposal (number),
    version  bigint      not null check (version >= 2),
    verdict  text        not null check (verdict in ('APPROVED', 'RETURNED', 'WITHDRAWN')),
    reviewer text        not null,
    comment  text        not null,
    comments json        not null, -- [{"file": path, "line": from 1, "text": what is said of it}]
    at       timestamptz not null default clock_timestamp(),
    unique (proposal, version)
);

create trigger append_only before update or delete or truncate on proposal_review
    for each statement execute function refuse_change();

-- The approved proposal that an activation quotes.
alter table activation add column proposal bigint references proposal (number);
