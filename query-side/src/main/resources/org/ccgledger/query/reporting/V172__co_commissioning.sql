create view reporting.failed_governance_audits as
    with reports as (
        select r.ccg, r.audit, r.result, r.reported_on, r.set_by,
               r.result = 'PASS' or (r.result = 'PASS_WITH_ACTIONS' and not exists (
                   select 1 from reporting.governance_audit_findings f
                   where f.audit = r.audit and f.closed_on is null)) as passed
        from projection.governance_audit_report_at r)
    select distinct on (f.ccg) f.ccg, f.audit, f.reported_on, f.set_by as position
    from reports f
    where f.result = 'FAIL' and not exists (
        select 1 from reports p
        where p.ccg = f.ccg and p.passed and (p.reported_on, p.set_by) > (f.reported_on, f.set_by))
    order by f.ccg, f.reported_on desc, f.set_by desc;
comment on view reporting.failed_governance_audits is
    'The last audit of a group''s governance that failed and that no later one that passed makes good.';
comment on column reporting.failed_governance_audits.position is 'Position of the event that says so';

create view reporting.co_commissioning_memberships as
    select distinct on (i.ccg, i.level) i.ccg, i.ccg_name, i.region, i.level, i.readiness, i.readiness_as_at,
           i.conflicts_cover, i.position
    from reporting.co_commissioning_interest i
    order by i.ccg, i.level, i.readiness_as_at desc nulls last, i.position desc;
comment on view reporting.co_commissioning_memberships is
    'The groups interested at each level, each once a level however many expressions it is part of.';
comment on column reporting.co_commissioning_memberships.level is 'GREATER_INVOLVEMENT, JOINT or DELEGATED';
comment on column reporting.co_commissioning_memberships.readiness is
    'READY_NOW, READY_SOON, NOT_READY or NOT_ASSESSED, as last assessed';
comment on column reporting.co_commissioning_memberships.position is 'Position of the latest event that says so';

create view reporting.co_commissioning_applications as
    select a.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, a.application, a.round,
           a.level,
           case when d.application is null then 'UNDER_ASSESSMENT'
                when d.outcome = 'CONDITIONALLY_APPROVED' and m.met >= cardinality(d.conditions) then 'APPROVED'
                else d.outcome end as status,
           a.applied_on, d.decided_on, d.conditions,
           coalesce(cardinality(d.conditions), 0) - m.met as open_conditions,
           greatest(a.set_by, d.set_by, m.set_by) as position
    from projection.co_commissioning_application_at a
    left join projection.co_commissioning_decision_at d using (ccg, application)
    join lateral (
        select count(*)::int as met, max(x.set_by) as set_by from projection.approval_condition_met_at x
        where x.ccg = a.ccg and x.application = a.application) m on true
    left join projection.ccg_identity_at i on i.ccg = a.ccg
    left join projection.ccg_reference_at r on r.ccg = a.ccg
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.co_commissioning_applications is
    'Applications for delegation or joint commissioning, and how they stand.';
comment on column reporting.co_commissioning_applications.status is
    'UNDER_ASSESSMENT, APPROVED, CONDITIONALLY_APPROVED until every condition is met, or DECLINED';
comment on column reporting.co_commissioning_applications.conditions is 'Conditions of the approval, in the order of their numbers';
comment on column reporting.co_commissioning_applications.open_conditions is 'of which not met';
comment on column reporting.co_commissioning_applications.position is 'Position of the latest event that says so';

create view reporting.co_commissioning_arrangements as
    select x.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, x.level,
           case when x.status = 'LIVE' and n.ccg is not null then 'NOTICE_GIVEN' else x.status end as status, x.since,
           x.starts_on, x.functions, x.reserved, x.joint_committee, n.ends_on,
           case when x.level <> 'DELEGATED' then null
                when f.audit is null then 'HELD'
                when o.audit = f.audit then 'OVERRIDDEN'
                else 'LOST' end as assurance,
           f.audit as failed_audit, greatest(x.set_by, n.set_by, f.position, o.set_by) as position
    from (
        select l.ccg, l.level, 'LIVE' as status, l.since, d.starts_on, d.functions, d.reserved, l.joint_committee,
               greatest(l.set_by, d.set_by) as set_by
        from projection.co_commissioning_level_at l
        left join projection.delegation_agreement_at d on d.ccg = l.ccg and l.level = 'DELEGATED'
        union all
        select d.ccg, 'DELEGATED', 'AGREED', d.agreed_on, d.starts_on, d.functions, d.reserved, null, d.set_by
        from projection.delegation_agreement_at d
        where not exists (select 1 from projection.co_commissioning_level_at l
                          where l.ccg = d.ccg and l.level = 'DELEGATED')) x
    left join projection.delegation_notice_at n on n.ccg = x.ccg and x.level = 'DELEGATED'
    left join reporting.failed_governance_audits f on f.ccg = x.ccg and x.level = 'DELEGATED'
    left join projection.assurance_override_at o on o.ccg = x.ccg
    left join projection.ccg_identity_at i on i.ccg = x.ccg
    left join projection.ccg_reference_at r on r.ccg = x.ccg
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.co_commissioning_arrangements is
    'How each group takes part in commissioning primary care, and which delegations are agreed and not yet live.';
comment on column reporting.co_commissioning_arrangements.level is 'GREATER_INVOLVEMENT, JOINT or DELEGATED';
comment on column reporting.co_commissioning_arrangements.status is 'AGREED, LIVE or NOTICE_GIVEN';
comment on column reporting.co_commissioning_arrangements.since is 'Day from which it stands at that level, or was agreed';
comment on column reporting.co_commissioning_arrangements.starts_on is 'Day from which the functions are delegated';
comment on column reporting.co_commissioning_arrangements.reserved is 'Functions that stay with the Board';
comment on column reporting.co_commissioning_arrangements.ends_on is 'First day on which the functions are the Board''s again';
comment on column reporting.co_commissioning_arrangements.assurance is
    'HELD; LOST since an audit failed, so that nothing new is decided; or OVERRIDDEN. Empty unless delegated';
comment on column reporting.co_commissioning_arrangements.position is 'Position of the latest event that says so';

create view reporting.co_commissioning_uptake as
    with interest as (
        select region, level, count(*) as interested,
               count(*) filter (where readiness = 'READY_NOW') as ready_now,
               count(*) filter (where readiness = 'READY_SOON') as ready_soon,
               count(*) filter (where readiness = 'NOT_READY') as not_ready,
               count(*) filter (where readiness = 'NOT_ASSESSED') as not_assessed
        from reporting.co_commissioning_memberships group by region, level),
    applied as (
        select region, level, count(*) as applied,
               count(*) filter (where status = 'APPROVED') as approved,
               count(*) filter (where status = 'CONDITIONALLY_APPROVED') as conditionally_approved,
               count(*) filter (where status = 'DECLINED') as declined,
               count(*) filter (where status = 'UNDER_ASSESSMENT') as undecided
        from reporting.co_commissioning_applications group by region, level),
    arranged as (
        select region, level, count(*) filter (where status = 'AGREED') as agreed,
               count(*) filter (where status <> 'AGREED') as live
        from reporting.co_commissioning_arrangements group by region, level),
    keys as (
        select region, level from interest union select region, level from applied
        union select region, level from arranged)
    select k.region, k.level, coalesce(i.interested, 0) as interested, coalesce(i.ready_now, 0) as ready_now,
           coalesce(i.ready_soon, 0) as ready_soon, coalesce(i.not_ready, 0) as not_ready,
           coalesce(i.not_assessed, 0) as not_assessed, coalesce(a.applied, 0) as applied,
           coalesce(a.approved, 0) as approved, coalesce(a.conditionally_approved, 0) as conditionally_approved,
           coalesce(a.declined, 0) as declined, coalesce(a.undecided, 0) as undecided, coalesce(g.agreed, 0) as agreed,
           coalesce(g.live, 0) as live
    from keys k
    left join interest i on i.region is not distinct from k.region and i.level = k.level
    left join applied a on a.region is not distinct from k.region and a.level = k.level
    left join arranged g on g.region is not distinct from k.region and g.level = k.level;
comment on view reporting.co_commissioning_uptake is
    'Interest, applications and arrangements by region and level. A group that names two levels counts at both.';
comment on column reporting.co_commissioning_uptake.interested is 'Groups that express interest';
comment on column reporting.co_commissioning_uptake.not_assessed is 'of which nobody has said how ready they are';
comment on column reporting.co_commissioning_uptake.applied is 'Applications';
comment on column reporting.co_commissioning_uptake.approved is 'of which approved, or on conditions that are met';
comment on column reporting.co_commissioning_uptake.conditionally_approved is 'of which approved on conditions that are not met';
comment on column reporting.co_commissioning_uptake.undecided is 'of which not decided';
comment on column reporting.co_commissioning_uptake.agreed is 'Delegations that are agreed and not live';
comment on column reporting.co_commissioning_uptake.live is 'Groups that take part at the level';

create view reporting.co_commissioning_round_uptake as
    with interest as (
        select round, level, count(distinct ccg) as interested from reporting.co_commissioning_interest group by round, level),
    applied as (
        select round, level, count(*) as applied, count(*) filter (where status = 'APPROVED') as approved,
               count(*) filter (where status = 'CONDITIONALLY_APPROVED') as conditionally_approved,
               count(*) filter (where status = 'DECLINED') as declined,
               count(*) filter (where status = 'UNDER_ASSESSMENT') as undecided
        from reporting.co_commissioning_applications group by round, level)
    select round, level, coalesce(i.interested, 0) as interested, coalesce(a.applied, 0) as applied,
           coalesce(a.approved, 0) as approved, coalesce(a.conditionally_approved, 0) as conditionally_approved,
           coalesce(a.declined, 0) as declined, coalesce(a.undecided, 0) as undecided
    from interest i full join applied a using (round, level);
comment on view reporting.co_commissioning_round_uptake is 'Interest and applications by round and level, to compare rounds.';
comment on column reporting.co_commissioning_round_uptake.interested is 'Groups that express interest';
comment on column reporting.co_commissioning_round_uptake.applied is 'Applications';
comment on column reporting.co_commissioning_round_uptake.undecided is 'of which not decided';

create or replace view reporting.governance_audits as
    select b.*, d.ccg is not null as delegated,
           d.ccg is not null and (
               (b.latest and (b.overdue > 0 or b.status = 'EXPIRED'))
               or exists (select 1 from reporting.failed_governance_audits x where x.audit = b.audit)) as delegation_at_risk
    from (
    select a.audit, a.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, a.scope, a.auditor,
           case when p.audit is null then 'COMMISSIONED'
                when (select projection.as_of()) > (p.reported_on + interval '12 months')::date then 'EXPIRED'
                when p.result = 'PASS_WITH_ACTIONS' and f.open = 0 then 'ACTIONS_CLOSED'
                else 'REPORTED' end as status,
           a.commissioned_on, p.reported_on, p.result, coalesce(f.findings, 0) as findings,
           coalesce(f.open, 0) as open_findings, coalesce(f.overdue, 0) as overdue, f.next_due,
           (p.reported_on + interval '12 months')::date as expires_on,
           p.audit is not null and row_number() over (
               partition by a.ccg order by p.reported_on desc nulls last, p.set_by desc) = 1 as latest,
           greatest(a.set_by, p.set_by, f.set_by) as position
    from projection.governance_audit_at a
    left join projection.governance_audit_report_at p using (audit)
    left join (
        select x.audit, count(*) as findings, count(*) filter (where x.closed_on is null) as open,
               count(*) filter (where x.overdue) as overdue,
               min(x.due) filter (where x.closed_on is null) as next_due, max(x.position) as set_by
        from reporting.governance_audit_findings x group by x.audit) f using (audit)
    left join projection.ccg_identity_at i on i.ccg = a.ccg
    left join projection.ccg_reference_at r on r.ccg = a.ccg
    left join projection.area_team t on t.code = i.area_team) b
    left join projection.delegation_agreement_at d on d.ccg = b.ccg;
comment on column reporting.governance_audits.delegated is 'Whether functions are delegated to the group, or agreed to be';
comment on column reporting.governance_audits.delegation_at_risk is
    'Whether that delegation suffers: the audit failed, is too old, or an action of it is overdue';
