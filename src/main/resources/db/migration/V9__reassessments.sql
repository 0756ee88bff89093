-- The order of lists of accounts. A number in a cursor could be a person's.
alter table account add column id bigint generated always as identity unique;
