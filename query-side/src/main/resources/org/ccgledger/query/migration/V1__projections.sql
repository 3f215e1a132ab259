-- What every projection needs, and how a row is kept in both times.
--
-- A timeline is a step function over days, per key: from eff_from up to, not including, eff_to its values hold, or
-- with holds = false nothing does. It is kept as it was known: a row is known from position known_from up to, not
-- including, known_to, which is the greatest bigint while the row is current. set_by is the position of the event that
-- says so; a row that an event has merely cut short keeps its own.

create table projection.token_entry (
    processor_name text        not null,
    segment        int         not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);
comment on table projection.token_entry is 'Axon''s tokens: who reads for a projection, and how far it is.';

create table projection.dead_letter_entry (
    dead_letter_id      text   primary key,
    processing_group    text   not null,
    sequence_identifier text   not null,
    sequence_index      bigint not null,
    message_type        text   not null,
    event_identifier    text   not null,
    time_stamp          text   not null,
    payload_type        text   not null,
    payload_revision    text,
    payload             bytea  not null,
    meta_data           bytea,
    aggregate_type      text,
    aggregate_id        text,
    sequence_number     bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text   not null,
    last_touched        text,
    processing_started  text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);
comment on table projection.dead_letter_entry is
    'Events that a projection could not handle, with the later events of their streams.';

create table projection.progress (
    projection  text        primary key,
    version     int         not null, -- of the projector
    position    bigint      not null,
    recorded_at timestamptz not null,
    epoch       int         not null,
    leaf_prefix text        not null
);
comment on table projection.progress is 'The last event that a projection has passed, and of which history it was.';

-- Views answer for a day and as known at a position, which a session may choose:
--   select set_config('reporting.as_of', '2013-04-01', false), set_config('reporting.known_at', '1823', false);

create function projection.as_of() returns date language sql stable parallel safe
    return coalesce(nullif(current_setting('reporting.as_of', true), '')::date,
                    (now() at time zone 'Europe/London')::date);
comment on function projection.as_of is
    'The day for which views answer: the setting reporting.as_of, else today in the calendar of Europe/London.';

create function projection.known_at() returns bigint language sql stable parallel safe
    return coalesce(nullif(current_setting('reporting.known_at', true), '')::bigint, 9223372036854775806);
comment on function projection.known_at is
    'The position up to which views know of events: the setting reporting.known_at, else all that is known.';

-- Makes a timeline of a table that has the columns of a key and of values, and a view {table}_at of what holds on the
-- day and is known at the position that were chosen. Both are asked for once a query and not once a row.
create procedure projection.make_timeline(timeline text, variadic key text[]) language plpgsql as $$
declare
    keys text := array_to_string(key, ', ');
begin
    execute format('alter table projection.%I
        add column holds boolean not null,
        add column set_by bigint not null,
        add column eff_from date not null,
        add column eff_to date not null,
        add column known_from bigint not null,
        add column known_to bigint not null,
        add primary key (%s, eff_from, known_from),
        add check (eff_from < eff_to),
        add check (known_from < known_to)', timeline, keys);
    execute format('create unique index on projection.%I (%s, eff_from) where known_to = 9223372036854775807',
        timeline, keys);
    execute format('create view projection.%I as select * from projection.%I t where t.holds
        and t.eff_from <= (select projection.as_of()) and t.eff_to > (select projection.as_of())
        and t.known_from <= (select projection.known_at()) and t.known_to > (select projection.known_at())',
        timeline || '_at', timeline);
    execute format('grant select, insert, update, delete on projection.%I to ccg_query', timeline);
    execute format('grant select on projection.%I to ccg_query', timeline || '_at');
end $$;

grant usage on schema projection to ccg_query;
grant select, insert, update, delete on projection.token_entry, projection.dead_letter_entry, projection.progress
    to ccg_query;
