-- Search (decision record 0009). The only index that recording pays for: the numbers of importers are too many for anything
-- smaller. Times need none, since ids begin with theirs.
create index decision_importer on decision (importer, index);
