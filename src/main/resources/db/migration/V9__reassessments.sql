-- The order of lists of accounts. A number in a cursor could be a person's.
alter table account add column id bigint generated always as identity unique;

-- What the last reassessment of an account said. Derived from decisions, so it may be altered: a later reassessment takes its
-- place, and a change that moves the account ends the drift that was found before it.
create table reassessment (
    account_id bigint  primary key references account (id),
    version    bigint  not null, -- of the account when it was decided on
    as_of      date    not null,
    center     text    not null, -- where the account was: a Center, PNDING or NOTELG
    decision   uuid    not null, -- on what is on file
    -- The drift; null without one.
    found      text,             -- where the lines point
    reason     text,
    margin     integer,          -- by how much the Center found leads the one on file, in ten-thousandths of the lines
    since      date,             -- as-of date of the first reassessment in a row that said the same
    proposal   uuid,             -- the decision without what is on file
    check (num_nulls(found, reason, margin, since, proposal) in (0, 5))
);

-- The work list in its order, whole and by each of its filters.
create index reassessment_drift on reassessment (margin, account_id) where since is not null;
create index reassessment_drift_center on reassessment (center, margin, account_id) where since is not null;
create index reassessment_drift_found on reassessment (found, margin, account_id) where since is not null;
create index reassessment_drift_reason on reassessment (reason, margin, account_id) where since is not null;
