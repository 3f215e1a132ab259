-- States of aggregates that Axon has asked to keep, so that a long stream need not be read from its start. They follow
-- from ledger.event and prove nothing; the newest of a stream is read.

create table ledger.snapshot (
    stream      text        not null,
    version     bigint      not null, -- of the last event in it
    kind        text        not null, -- of the aggregate
    event_id    text        not null,
    recorded_at timestamptz not null,
    type        text        not null,
    revision    text,
    payload     bytea       not null,
    metadata    bytea       not null,
    primary key (stream, version)
);
comment on table ledger.snapshot is 'States of Axon''s aggregates, which can be made again.';

create trigger append_only before update or delete on ledger.snapshot
    for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.snapshot execute function ledger.refuse_change();

grant select, insert on ledger.snapshot to ledger_app;
grant select on ledger.snapshot to ledger_auditor;
