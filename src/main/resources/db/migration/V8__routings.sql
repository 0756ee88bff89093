-- Routings are recorded beside placements, in one log. What is recorded before was a placement.
alter table decision add column kind text not null default 'PLACEMENT' check (kind in ('PLACEMENT', 'ROUTING'));

-- The bits of old chunks tell no kind. They are derived and are written again behind the recording.
delete from decision_bits;
