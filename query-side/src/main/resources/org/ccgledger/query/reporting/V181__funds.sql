create view reporting.commitments as
    select c.ccg, coalesce(i.name, r.name) as ccg_name, c.fy, c.commitment, c.subject, c.amount, c.decided, c.committed_on,
           c.set_by as position
    from projection.commitment_at c
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.commitments is 'What groups have committed of their funds and not released.';
comment on column reporting.commitments.fy is 'Financial year, from 1 April';
comment on column reporting.commitments.decided is 'Whether the group decided it; otherwise it was found to be committed';
comment on column reporting.commitments.position is 'Position of the event that says so';

create view reporting.allocations as
    select ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, fy,
           f.amount as first_allotted, a.allotted, coalesce(c.committed, 0.00) as committed,
           a.allotted - coalesce(c.committed, 0.00) as uncommitted,
           coalesce(c.committed > a.allotted, false) as overcommitted, coalesce(c.commitments, 0) as commitments,
           greatest(f.set_by, a.set_by, c.set_by) as position
    from projection.allocation_at a
    left join projection.allocation_first_at f using (ccg, fy)
    full join (select x.ccg, x.fy, sum(x.amount) as committed, count(*) as commitments, max(x.set_by) as set_by
               from projection.commitment_at x group by x.ccg, x.fy) c using (ccg, fy)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg)
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.allocations is 'What groups are allotted for health care in a year, and what of it is committed.';
comment on column reporting.allocations.fy is 'Financial year, from 1 April';
comment on column reporting.allocations.first_allotted is 'What was allotted before adjustments, in pounds';
comment on column reporting.allocations.allotted is 'What is allotted, adjustments included; empty where nothing is';
comment on column reporting.allocations.uncommitted is 'Allotted less committed';
comment on column reporting.allocations.overcommitted is 'Whether more is committed than is allotted';
comment on column reporting.allocations.commitments is 'How many commitments there are';
comment on column reporting.allocations.position is 'Position of the latest event that says so';

create view reporting.financial_limits as
    select l.ccg, coalesce(i.name, r.name) as ccg_name, l.fy, l.role, l.most, l.eff_from as since, l.set_by as position
    from projection.financial_limit_at l
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.financial_limits is 'How much officers of groups may commit at once.';
comment on column reporting.financial_limits.most is 'The most at once, in pounds';
comment on column reporting.financial_limits.position is 'Position of the event that says so';

create view reporting.performance_assessments as
    select a.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, a.fy, a.rating,
           a.resources, a.consulted, coalesce(f.findings, 0) as findings, coalesce(f.outcomes_met, 0) as outcomes_met,
           coalesce(f.outcomes, 0) as outcomes, a.assessed_on, p.summary, p.published_on,
           greatest(a.set_by, p.set_by) as position
    from projection.performance_assessment_at a
    left join (select x.ccg, x.fy, count(*) as findings, count(x.indicator) as outcomes,
                      count(*) filter (where x.achieved >= x.target) as outcomes_met
               from projection.performance_finding_at x group by x.ccg, x.fy) f using (ccg, fy)
    left join projection.performance_publication_at p using (ccg, fy)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg)
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.performance_assessments is 'How the Board assessed groups for what they did in a year.';
comment on column reporting.performance_assessments.fy is 'Financial year, from 1 April';
comment on column reporting.performance_assessments.rating is 'What the assessment comes to, in the words of its time';
comment on column reporting.performance_assessments.resources is 'What the group was allotted for the same year, in pounds';
comment on column reporting.performance_assessments.consulted is
    'Local authorities whose health and wellbeing boards were consulted';
comment on column reporting.performance_assessments.outcomes_met is 'Outcomes that reached their target';
comment on column reporting.performance_assessments.outcomes is 'Outcomes that were measured';
comment on column reporting.performance_assessments.summary is 'Title of what is published; empty before';
comment on column reporting.performance_assessments.position is 'Position of the latest event that says so';

create view reporting.performance_findings as
    select f.ccg, coalesce(i.name, r.name) as ccg_name, f.fy, f.number, f.duty, f.finding, f.indicator, f.target, f.achieved,
           f.set_by as position
    from projection.performance_finding_at f
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.performance_findings is 'What assessments found, duty by duty.';
comment on column reporting.performance_findings.number is 'Counted from 1 within the assessment';
comment on column reporting.performance_findings.duty is
    'QUALITY (NHS Act 2006 s.14R), ADVICE (s.14W), PUBLIC_INVOLVEMENT (s.14Z2), FINANCE (s.223H to 223J) or OTHER';
comment on column reporting.performance_findings.indicator is 'What was measured, where something was';
comment on column reporting.performance_findings.position is 'Position of the event that says so';
