-- Runs of a candidate rulebook against the journal. What a finished run found can be cited, so it never changes again.
create table impact_run (
    id          uuid        primary key default gen_random_uuid(),
    candidate   text        not null,
    baseline    text        not null,
    selection   text        not null, -- JSON
    everything  boolean     not null, -- whether the selection leaves nothing out
    filtered    boolean     not null, -- whether it picks by more than how recent a decision is, or decides as of another day
    journal     bigint      not null check (journal >= 0), -- decisions in the journal when the run was asked for
    state       text        not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    total       bigint      check (total >= 0), -- cases selected; unknown until they are counted
    done        bigint      not null default 0 check (done >= 0),
    cases       bigint,
    moved       bigint,
    result      text,       -- JSON
    failure     text,
    asked_at    timestamptz not null default now(),
    touched_at  timestamptz not null default now(), -- by the process that runs it, about once a second
    finished_at timestamptz,
    check ((state in ('DONE', 'FAILED')) = (finished_at is not null)),
    check ((state = 'DONE') = (result is not null and cases is not null and moved is not null)),
    check ((state = 'FAILED') = (failure is not null))
);

create index impact_run_asked_at on impact_run (asked_at, id);

create trigger append_only before update or delete on impact_run
    for each row when (old.finished_at is not null) execute function refuse_change();

create trigger append_only_truncate before truncate on impact_run
    for each statement execute function refuse_change();
