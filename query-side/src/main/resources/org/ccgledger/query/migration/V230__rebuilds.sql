-- Where projections are made again beside the live ones. The tables are made and taken away by who does that.

create schema if not exists rebuild;
grant usage, create on schema rebuild to ccg_query;
comment on schema rebuild is 'Projections that are being made again, and what they leave out.';

create table if not exists rebuild.skipped_event (
    projection text        not null,
    position   bigint      not null,
    reason     text        not null,
    skipped_at timestamptz not null default now(),
    primary key (projection, position)
);
comment on table rebuild.skipped_event is 'Events that a projection passes over though they concern it, and why.';
grant select, insert on rebuild.skipped_event to ccg_query;
