-- What proves the ledger to others: the tree over its leaves, and the checkpoints that were signed of it.
-- Both follow from ledger.event; they are kept so that a proof reads a few rows.

create table ledger.tile (
    level  int    not null, -- 0 holds leaves, each next one the roots of the tiles below
    index  bigint not null, -- within the level, from 0
    hashes bytea  not null check (octet_length(hashes) = 8192),
    root   bytea  not null check (octet_length(root) = 32),
    primary key (level, index)
);
comment on table ledger.tile is 'The complete tiles of the tree: 256 neighbouring hashes of a level, and the root over them.';
alter table ledger.tile alter column hashes set storage external; -- hashes do not get smaller

create table ledger.checkpoint (
    size    bigint      primary key,
    note    text        not null,
    made_at timestamptz not null
);
comment on table ledger.checkpoint is 'Every checkpoint that was signed, as it was published.';

create trigger append_only before update or delete on ledger.tile
    for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.checkpoint
    for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.tile execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.checkpoint execute function ledger.refuse_change();

grant select, insert on ledger.tile, ledger.checkpoint to ledger_app;
grant select on ledger.tile, ledger.checkpoint to ledger_auditor;
