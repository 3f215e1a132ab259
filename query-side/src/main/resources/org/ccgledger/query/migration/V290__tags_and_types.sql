-- Decisions are searched by the types and tags of what they brought about, refusals by the tags of what they were about
-- and by the types of what their commands bring about. Both tables are filled anew.

alter table projection.decision_event
    add column first_position bigint not null default 0,
    add column tags text[] not null default '{}';
alter table projection.decision_event
    alter column first_position drop default,
    alter column tags drop default;
comment on column projection.decision_event.first_position is 'Position of the first event of the decision';
comment on column projection.decision_event.tags is 'Names under which events of several streams are found together';
drop index projection.decision_event_decision;
create index decision_event_first on projection.decision_event (first_position, position);
create index decision_event_type on projection.decision_event (type, first_position);
create index decision_event_tags on projection.decision_event using gin (tags);

alter table projection.refusal add column tags text[] not null default '{}';
alter table projection.refusal alter column tags drop default;
comment on column projection.refusal.tags is 'Those of the entry, and those of what the command was about';
drop index projection.refusal_said;
create index refusal_holds on projection.refusal using gin (said, tags);
create index audit_event_brought_about on projection.audit_event (type, command, position);

-- Reports are found by the id of the command.
create index decision_decision_id on projection.decision (decision_id);
create index refusal_command_id on projection.refusal (command_id);
