-- Why an activation may change answers for past days; null when nobody said that it may.
alter table activation add correction text;
