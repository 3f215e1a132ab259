-- Adds what auditors search texts by; columns of type tsvector are searched and never shown.

create or replace view reporting.decisions as
    select d.decision_id, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream, d.ccgs as groups,
           d.command, d.actor as decided_by, d.role, d.body, d.on_behalf_of, d.instrument, d.provision, d.delegation,
           d.reasons, d.evidence, d.source, d.rule_set, d.correlation_id,
           (select jsonb_agg(jsonb_build_object('position', e.position, 'id', e.event_id, 'type', e.type,
                                                'schemaVersion', e.schema_version, 'sentence', e.sentence)
                             order by e.position)
            from projection.decision_event e
            where e.decision_id = d.decision_id and e.position <= projection.known_at()) as events,
           '/v1/commands/' || d.decision_id as receipt,
           '/v1/audit/streams/' || replace(d.stream, ':', '/') as history,
           m.decision as meeting_decision, m.forum, m.in_favour, m.against, m.abstained, m.votes, m.dissenters, m.bound,
           m.imposed_on, m.interests, m.papers, m.tainted, m.ratified, m.rescinded, d.said
    from projection.decision d
    left join reporting.meeting_decisions m on m.position = d.position
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();

create or replace view reporting.refusals as
    select r.command_id, r.position, r.recorded_at, r.effective_on, r.command, r.sentence, r.code, r.rule, r.status,
           r.title, r.detail, r.violations, r.subject, r.ccg, r.actor, r.role, r.body, r.on_behalf_of, r.instrument,
           r.provision, r.delegation, r.rule_set, r.correlation_id, '/v1/commands/' || r.command_id as receipt, r.said
    from projection.refusal r
    where r.position <= projection.known_at();

create or replace view reporting.audit_events as
    select e.position, e.recorded_at, e.effective_on, e.event_id, e.type, e.schema_version, e.sentence, e.stream,
           e.version, e.ccgs as groups, e.tags, e.command_id, e.command, e.decision, e.actor, e.role, e.body,
           e.on_behalf_of, e.instrument, e.provision, e.delegation, e.correlation_id, e.causation_id,
           '/v1/audit/events/' || e.position as self, e.said
    from projection.audit_event e
    where e.position <= projection.known_at();
