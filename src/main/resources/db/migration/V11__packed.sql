-- Facts and answers recorded from here on are kept packed, as gzip (RFC 1952); what was recorded before stays as it is
-- (decision record 0004). Each decision has its answer in one of the two forms, and its facts in one or, once erased, none.
alter table decision
    add facts_gz bytea,
    add body_gz  bytea,
    alter body drop not null,
    drop constraint salt_goes_with_facts,
    -- Not valid: rows recorded before cannot break these, so a large table need not be read.
    add constraint one_body check (num_nonnulls(body, body_gz) = 1) not valid,
    add constraint salt_goes_with_facts check (num_nonnulls(facts, facts_gz) <= 1
        and (salt is null or num_nonnulls(facts, facts_gz) = 1)) not valid;

-- Packed already.
alter table decision alter facts_gz set storage external, alter body_gz set storage external;

-- Length of what was packed, in bytes: the last four bytes, the lowest first. Reads no more than them.
create function unpacked_length(packed bytea) returns bigint language sql immutable strict parallel safe as $$
    select case when octet_length(packed) < 18 then octet_length(packed)::bigint
        else get_byte(size, 0) + (get_byte(size, 1)::bigint << 8) + (get_byte(size, 2)::bigint << 16)
            + (get_byte(size, 3)::bigint << 24) end
    from (select substring(packed from octet_length(packed) - 3)) tail (size)
$$;

create or replace function refuse_all_but_erasure() returns trigger language plpgsql as $$
declare
    erased decision := old;
begin
    erased.facts := null;
    erased.facts_gz := null;
    erased.salt := null;
    if new is distinct from erased
            or not exists (select from erasure where from_index <= old.index and old.index < to_index) then
        raise exception 'table `decision` is append only' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
