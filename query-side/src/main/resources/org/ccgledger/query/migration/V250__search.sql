-- What auditors search by, so that the first page of a million rows is there at once.
--
-- Text is searched by its words, whatever their endings; what stands between the parts of references such as s.14Z3,
-- SI 2012/1631 or CCG/02N parts words, too. The words are kept, as making them of a text takes longer than reading a row:
-- rare ones are found by their index, common ones in the order of the page.

create function projection.words(said text) returns tsvector language sql immutable parallel safe
    return to_tsvector('english', translate(said, './-():', '      '));
comment on function projection.words is 'The words of a text, as they are searched by.';

create function projection.asked(sought text) returns tsquery language sql immutable parallel safe
    return websearch_to_tsquery('english', translate(sought, './-():', '      '));
comment on function projection.asked is
    'Texts with all these words; with those in quotes one after another; with those on either side of OR.';

create function projection.authority(instrument text, provision text, delegation text) returns text
    language sql immutable parallel safe
    return coalesce(instrument, '') || ' ' || coalesce(provision, '') || ' ' || coalesce(delegation, '');
comment on function projection.authority is 'Under what somebody acted, in one text.';

alter table projection.audit_event
    add column said tsvector generated always as (projection.words(sentence)) stored;
create index audit_event_said on projection.audit_event using gin (said);
create index audit_event_authority on projection.audit_event
    (projection.authority(instrument, provision, delegation), position);
create index audit_event_ccgs on projection.audit_event using gin (ccgs);
create index audit_event_role on projection.audit_event (role, position);
create index audit_event_command on projection.audit_event (command, position);
create index audit_event_recorded_at on projection.audit_event (recorded_at, position);
create index audit_event_effective_on on projection.audit_event (effective_on, position);
create statistics projection.audit_event_pairs (mcv) on type, command, actor, role, body from projection.audit_event;

alter table projection.decision
    add column said tsvector generated always as (projection.words(title || ' ' || coalesce(reasons, ''))) stored;
create index decision_said on projection.decision using gin (said);
create index decision_authority on projection.decision
    (projection.authority(instrument, provision, delegation), position);
create index decision_stream on projection.decision (stream, position);
create index decision_outcome on projection.decision (outcome, position);
create index decision_role on projection.decision (role, position);
create index decision_command on projection.decision (command, position);
create index decision_correlation on projection.decision (correlation_id, position);
create index decision_recorded_at on projection.decision (recorded_at, position);
create statistics projection.decision_pairs (mcv) on command, outcome, actor, role, body from projection.decision;

alter table projection.refusal
    add column said tsvector generated always as (projection.words(sentence || ' ' || detail)) stored;
create index refusal_said on projection.refusal using gin (said);
create index refusal_authority on projection.refusal
    (projection.authority(instrument, provision, delegation), position);
create index refusal_rule on projection.refusal (rule, position);
create index refusal_actor on projection.refusal (actor, position);
create index refusal_body on projection.refusal (body, position);
create index refusal_role on projection.refusal (role, position);
create index refusal_command on projection.refusal (command, position);
create index refusal_correlation on projection.refusal (correlation_id, position);
create index refusal_recorded_at on projection.refusal (recorded_at, position);
create index refusal_effective_on on projection.refusal (effective_on, position);
create statistics projection.refusal_pairs (mcv) on code, command, actor, role, body from projection.refusal;
