-- Every row leads to what it names. Columns that are new come last.

-- A report of what had no effect yet when it was recorded is asked for on the day when it has. That does not depend on
-- the day that is chosen, by which a list would seem to have changed.
create function projection.decision_report(id uuid, effective_on date, recorded_at timestamptz) returns text
    language sql stable parallel safe
    return '/v1/reports/decisions/' || id
           || case when effective_on > (recorded_at at time zone 'Europe/London')::date
                   then '?asOf=' || effective_on else '' end;
comment on function projection.decision_report is 'Where a decision is read as a page or PDF.';

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
    left join reporting.meeting_decisions m on m.position = d.position
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();
comment on column reporting.decisions.report is 'Where it is read as a page or PDF';
comment on column reporting.decisions.correlation is 'Where what came of the same request is read';
comment on column reporting.decisions.proof is 'Where it is proved that its first event is in the ledger';
comment on column reporting.decisions.person_decisions is 'Where the decisions and votes of who decided are listed';

create or replace view reporting.person_decisions as
    select p.person, p.part, p.vote, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream,
           d.ccgs as groups, d.command, d.role, d.body, d.on_behalf_of, u.instrument, u.provision, u.delegation,
           array_remove(array[
               case when coalesce(u.instrument, u.provision, u.delegation) is null then 'NO_AUTHORITY' end,
               case when d.reasons is null then 'NO_REASONS' end,
               case when p.tainted then 'INTEREST_NOT_CLEARED' end], null) as gaps,
           '/v1/commands/' || d.decision_id as receipt,
           projection.decision_report(d.decision_id, d.effective_on, d.recorded_at) as report
    from (select a.actor as person, 'DECIDED' as part, null as vote, a.position, false as tainted
          from projection.decision a
          union all
          select b.person, 'VOTED', b.vote, m.set_by,
                 exists (select 1 from projection.meeting_taint_at t
                         where t.meeting = b.meeting and t.item = b.item and t.person = b.person)
          from projection.meeting_ballot_at b
          join projection.meeting_decision_at m using (meeting, item)
          where b.person is not null) p
    join projection.decision d on d.position = p.position
    left join projection.meeting_decision_at m on m.set_by = d.position
    left join projection.meeting_item_at i using (meeting, item),
    lateral (select coalesce(i.instrument, d.instrument) as instrument, coalesce(i.provision, d.provision) as provision,
                    coalesce(i.delegation, d.delegation) as delegation) u
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();

create or replace view reporting.refusals as
    select r.command_id, r.position, r.recorded_at, r.effective_on, r.command, r.sentence, r.code, r.rule, r.status,
           r.title, r.detail, r.violations, r.subject, r.ccg, r.actor, r.role, r.body, r.on_behalf_of, r.instrument,
           r.provision, r.delegation, r.rule_set, r.correlation_id, '/v1/commands/' || r.command_id as receipt, r.said,
           r.tags, '/v1/audit/events/' || r.position as self,
           case when exists (select from projection.audit_event e
                             where e.stream = r.subject and e.position <= projection.known_at())
                then '/v1/audit/streams/' || regexp_replace(r.subject, ':', '/') end as history,
           '/v1/reports/decisions/' || r.command_id as report,
           '/v1/audit/correlations/' || r.correlation_id as correlation,
           '/v1/audit/proofs/' || r.position as proof,
           '/v1/person-decisions?person=' || replace(r.actor, '|', '%7C') as person_decisions
    from projection.refusal r
    where r.position <= projection.known_at();
comment on column reporting.refusals.tags is 'Those of the entry, and those of what the command was about';
comment on column reporting.refusals.self is 'Where the entry is read';
comment on column reporting.refusals.history is
    'Where the stream is read that the command would have written; empty if nothing had been written to it';
comment on column reporting.refusals.report is 'Where it is read as a page or PDF';
comment on column reporting.refusals.correlation is 'Where what came of the same request is read';
comment on column reporting.refusals.proof is 'Where it is proved that the entry is in the ledger';
comment on column reporting.refusals.person_decisions is 'Where the decisions and votes of who had sent it are listed';

create or replace view reporting.audit_events as
    select e.position, e.recorded_at, e.effective_on, e.event_id, e.type, e.schema_version, e.sentence, e.stream,
           e.version, e.ccgs as groups, e.tags, e.command_id, e.command, e.decision, e.actor, e.role, e.body,
           e.on_behalf_of, e.instrument, e.provision, e.delegation, e.correlation_id, e.causation_id,
           '/v1/audit/events/' || e.position as self, e.said,
           '/v1/commands/' || e.command_id as receipt,
           '/v1/audit/streams/' || regexp_replace(e.stream, ':', '/') as history,
           case when e.type = 'ccg.commands.CommandRefused'
                then '/v1/reports/decisions/' || e.command_id
                when e.type <> 'ccg.commands.CommandUnchanged' and (e.decision or e.command = 'RecordMinutedDecision')
                  and e.effective_on <= projection.as_of()
                then projection.decision_report(e.command_id, e.effective_on, e.recorded_at) end as report,
           '/v1/audit/correlations/' || e.correlation_id as correlation,
           '/v1/audit/events/' || e.causation_id as cause,
           '/v1/audit/proofs/' || e.position as proof,
           '/v1/person-decisions?person=' || replace(e.actor, '|', '%7C') as person_decisions
    from projection.audit_event e
    where e.position <= projection.known_at();
comment on column reporting.audit_events.history is 'Where its stream is read';
comment on column reporting.audit_events.report is
    'Where the decision or refusal that it is of is read as a page or PDF; empty for what is neither or has no effect yet';
comment on column reporting.audit_events.correlation is 'Where what came of the same request is read';
comment on column reporting.audit_events.cause is 'Where the event is read to which its command reacted';
comment on column reporting.audit_events.proof is 'Where it is proved that it is in the ledger';
comment on column reporting.audit_events.person_decisions is 'Where the decisions and votes of who acted are listed';
