-- Words and lists of a table stand in one index: a row is entered once, and both are asked for at once.

drop index projection.audit_event_said, projection.audit_event_tags, projection.audit_event_ccgs;
create index audit_event_holds on projection.audit_event using gin (said, tags, ccgs);
drop index projection.decision_said, projection.decision_ccgs;
create index decision_holds on projection.decision using gin (said, ccgs);

-- The same words. To replace one character after another takes a third of the time of translating them.
create or replace function projection.words(said text) returns tsvector language sql immutable parallel safe
    return to_tsvector('english', replace(replace(replace(replace(replace(replace(
        said, '.', ' '), '/', ' '), '-', ' '), '(', ' '), ')', ' '), ':', ' '));
