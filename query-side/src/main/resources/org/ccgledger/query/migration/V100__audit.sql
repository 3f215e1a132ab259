-- What auditors ask: who decided what and why, what was refused, what sources state, and where any event is.
--
-- A row stands for what one event says and is never changed, so "known at position n" is "position <= n".

create table projection.audit_event (
    position       bigint      primary key,
    recorded_at    timestamptz not null,
    effective_on   date        not null,
    stream         text        not null,
    version        bigint      not null,
    event_id       uuid        not null,
    command_id     uuid        not null,
    command        text        not null,
    decision       boolean     not null,
    type           text        not null,
    schema_version int         not null,
    actor          text        not null,
    role           text        not null,
    body           text        not null,
    on_behalf_of   text,
    instrument     text,
    provision      text,
    delegation     text,
    correlation_id text        not null,
    causation_id   uuid,
    tags           text[]      not null,
    ccgs           text[]      not null,
    sentence       text        not null
);
comment on table projection.audit_event is 'Every event with who, what and under which authority, to be searched.';
create index audit_event_actor on projection.audit_event (actor, position);
create index audit_event_body on projection.audit_event (body, position);
create index audit_event_stream on projection.audit_event (stream, position);
create index audit_event_type on projection.audit_event (type, position);
create index audit_event_correlation on projection.audit_event (correlation_id, position);
create index audit_event_tags on projection.audit_event using gin (tags);

create table projection.decision (
    position       bigint      primary key, -- of the decision's first event
    decision_id    uuid        not null,
    recorded_at    timestamptz not null,
    effective_on   date        not null,
    stream         text        not null,
    ccgs           text[]      not null,
    command        text        not null,
    title          text        not null,
    outcome        text        not null,
    actor          text        not null,
    role           text        not null,
    body           text        not null,
    on_behalf_of   text,
    instrument     text,
    provision      text,
    delegation     text,
    reasons        text,
    evidence       jsonb       not null,
    source         jsonb,
    rule_set       text        not null,
    correlation_id text        not null
);
comment on table projection.decision is 'Every decision: who made it, under which authority, for which reasons.';
create index decision_ccgs on projection.decision using gin (ccgs);
create index decision_body on projection.decision (body, position);
create index decision_actor on projection.decision (actor, position);
create index decision_effective_on on projection.decision (effective_on, position);

create table projection.decision_event (
    position       bigint primary key,
    decision_id    uuid   not null,
    event_id       uuid   not null,
    type           text   not null,
    schema_version int    not null,
    sentence       text   not null
);
comment on table projection.decision_event is 'What each decision brought about, event by event.';
create index decision_event_decision on projection.decision_event (decision_id, position);

create table projection.refusal (
    position       bigint      primary key,
    command_id     uuid        not null,
    recorded_at    timestamptz not null,
    effective_on   date        not null,
    command        text        not null,
    subject        text        not null, -- the stream that the command would have written
    ccg            text,
    code           text        not null,
    rule           text,
    status         int         not null,
    title          text        not null,
    detail         text        not null,
    violations     jsonb       not null,
    sentence       text        not null,
    actor          text        not null,
    role           text        not null,
    body           text        not null,
    on_behalf_of   text,
    instrument     text,
    provision      text,
    delegation     text,
    rule_set       text        not null,
    correlation_id text        not null
);
comment on table projection.refusal is 'Every command that a rule refused, with the rule and who sent it.';
create index refusal_code on projection.refusal (code, position);
create index refusal_subject on projection.refusal (subject, position);
create index refusal_ccg on projection.refusal (ccg, position);

create table projection.stated_figure (
    position     bigint      primary key,
    event_id     uuid        not null,
    figure       text        not null,
    recorded_at  timestamptz not null,
    effective_on date        not null,
    standing     text        not null,
    citation     text        not null,
    url          text,
    subject      text        not null,
    counted      text        not null,
    wave         int,
    value        numeric     not null,
    unit         text        not null,
    as_at        date        not null
);
comment on table projection.stated_figure is 'Figures as sources state them; of one figure the latest row known holds.';
create index stated_figure_figure on projection.stated_figure (figure, position);

grant select, insert, update, delete, truncate on projection.audit_event, projection.decision,
    projection.decision_event, projection.refusal, projection.stated_figure to ccg_query;
