-- What witnesses have said about checkpoints. It is no part of the ledger: it is theirs, they say it again from time
-- to time, and without it a checkpoint is only less believed.

create schema witness;

create table witness.cosignature (
    size    bigint      not null,
    key     text        not null,
    line    text        not null,
    made_at timestamptz not null,
    primary key (size, key)
);
comment on table witness.cosignature is 'The line with which a key of a witness last cosigned the checkpoint of a size.';
alter table witness.cosignature alter column line set storage external; -- signatures do not get smaller

create view witness.checkpoint as
    select c.size, c.note || coalesce(s.lines, '') as note
    from ledger.checkpoint c
    left join lateral (select string_agg(line, '' order by key) as lines
                       from witness.cosignature where size = c.size) s on true;
comment on view witness.checkpoint is 'Every checkpoint with the cosignatures that it has.';

grant usage on schema witness to ledger_app, ledger_auditor;
grant select, insert, update on witness.cosignature to ledger_app;
grant select on witness.cosignature to ledger_auditor;
grant select on witness.checkpoint to ledger_app, ledger_auditor;
