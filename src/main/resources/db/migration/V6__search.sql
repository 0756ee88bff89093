-- Search (decision record 0009). The only index that recording pays for: the numbers of importers are too many for anything
-- smaller. Times need none, since ids begin with theirs.
create index decision_importer on decision (importer, index);

-- Which decisions of a chunk of the journal bear a code (a Center, a rule, a review …): one bit a decision, the first one
-- leftmost. Written behind the recording, chunk by chunk, once a chunk is complete; derived, so it may be emptied at any time.
create table decision_bits (
    code  text        collate "C" not null, -- such as `rule:MEM-0712`; `all` for every decision
    chunk integer     not null check (chunk >= 0),
    bits  bit varying not null,
    primary key (code, chunk)
);
