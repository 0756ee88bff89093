-- What ties the facts to the receipt without telling anything about them once it is gone (decision record 0008).
-- Decisions recorded before have none. Facts and salt are erased together.
alter table decision
    alter facts drop not null,
    add salt bytea check (length(salt) = 32),
    add constraint salt_goes_with_facts check (salt is null or facts is not null);
