-- What a meeting decided is looked up decision by decision: an offset is never planned together with what is around it.
-- Only a meeting's own stream says what it decided.
create or replace view reporting.decisions as
    select d.decision_id, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream, d.ccgs as groups,
           d.command, d.actor as decided_by, d.role, d.body, d.on_behalf_of, d.instrument, d.provision, d.delegation,
           d.reasons, d.evidence, d.source, d.rule_set, d.correlation_id,
           (select jsonb_agg(jsonb_build_object('position', e.position, 'id', e.event_id, 'type', e.type,
                                                'schemaVersion', e.schema_version, 'sentence', e.sentence,
                                                'self', '/v1/audit/events/' || e.position)
                             order by e.position)
            from projection.decision_event e
            where e.first_position = d.position and e.position <= projection.known_at()) as events,
           '/v1/commands/' || d.decision_id as receipt,
           '/v1/audit/streams/' || regexp_replace(d.stream, ':', '/') as history,
           m.decision as meeting_decision, m.forum, m.in_favour, m.against, m.abstained, m.votes, m.dissenters, m.bound,
           m.imposed_on, m.interests, m.papers, m.tainted, m.ratified, m.rescinded, d.said,
           projection.decision_report(d.decision_id, d.effective_on, d.recorded_at) as report,
           '/v1/audit/correlations/' || d.correlation_id as correlation,
           '/v1/audit/proofs/' || d.position as proof,
           '/v1/person-decisions?person=' || replace(d.actor, '|', '%7C') as person_decisions
    from projection.decision d
    left join lateral (select x.* from reporting.meeting_decisions x
                       where d.stream like 'meeting:%' and x.position = d.position
                       offset 0) m on true
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();
