-- In the order of decisions, and without looking at the events themselves.
drop index projection.decision_event_type;
create index decision_event_type on projection.decision_event (type, first_position, position);

create index meeting_decision_set_by on projection.meeting_decision (set_by);

-- What is looked through to find the decisions of a page: those of reporting.decisions, by the same names.
create view projection.decision_at as
    select d.position, d.recorded_at, d.effective_on, d.outcome, d.stream, d.ccgs as groups, d.command,
           d.actor as decided_by, d.role, d.body, d.instrument, d.provision, d.delegation, d.correlation_id, d.said
    from projection.decision d
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();
grant select on projection.decision_at to ccg_query;
