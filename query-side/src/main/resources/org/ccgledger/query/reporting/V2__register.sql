create view reporting.practices as
    select m.practice, m.ccg, coalesce(i.name, r.name) as ccg_name, c.contract, m.member_since, m.set_by as position
    from projection.membership_at m
    left join projection.membership_contract_at c using (practice)
    left join projection.ccg_identity_at i on i.ccg = m.ccg
    left join projection.ccg_reference_at r on r.ccg = m.ccg;
comment on view reporting.practices is 'Practice contracts and the groups of which they are members.';
comment on column reporting.practices.practice is 'ODS code of the contract';
comment on column reporting.practices.ccg is 'ODS code of the group';
comment on column reporting.practices.contract is 'GMS, PMS or APMS; empty where only the grant of the application names the practice';
comment on column reporting.practices.member_since is 'First day of membership of this group';
comment on column reporting.practices.position is 'Position of the event that says so';

create view reporting.function_exercise as
    select t.ccg, t.function, t.direction,
           case when a.exerciser is not null and (a.until is null or a.until >= projection.as_of())
                then a.exerciser else 'BOARD/X24' end as exerciser,
           t.eff_from as taken_on, t.until as taken_until,
           greatest(t.set_by, a.set_by) as position
    from projection.function_taken_at t
    left join projection.function_assignment_at a using (ccg, direction, function)
    where t.until is null or t.until >= projection.as_of();
comment on view reporting.function_exercise is
    'Functions that directions have taken from their groups, and who exercises each: the Board until it is assigned.';
comment on column reporting.function_exercise.function is 'The function, by its token in the catalogue of functions';
comment on column reporting.function_exercise.direction is 'The direction that took it';
comment on column reporting.function_exercise.exerciser is 'The body that exercises it, as KIND/CODE';
comment on column reporting.function_exercise.taken_on is 'First day on which the group did not exercise it';
comment on column reporting.function_exercise.taken_until is 'Last day of that, if the direction has one';
comment on column reporting.function_exercise.position is 'Position of the event that says so';

create view reporting.directions as
    select d.ccg, coalesce(i.name, r.name) as ccg_name, w.region, d.direction, d.power, d.kind, t.functions,
           coalesce((select array_agg(distinct f.exerciser order by f.exerciser) from reporting.function_exercise f
                     where f.ccg = d.ccg and f.direction = d.direction), '{}') as exercisers,
           t.in_force_from, t.in_force_until, d.issued_on, p.document, d.enables,
           greatest(d.set_by, t.set_by, p.set_by) as position
    from projection.direction_at d
    join projection.direction_terms_at t using (ccg, direction)
    left join projection.direction_document_at p using (ccg, direction)
    left join projection.ccg_identity_at i on i.ccg = d.ccg
    left join projection.ccg_reference_at r on r.ccg = d.ccg
    left join projection.area_team w on w.code = i.area_team
    where t.in_force_from <= projection.as_of() and (t.in_force_until is null or t.in_force_until >= projection.as_of());
comment on view reporting.directions is 'Directions in force: issued, not revoked, and within their period.';
comment on column reporting.directions.power is 'REG8 (SI 2012/1631 reg 8(5)) or S14Z21 (NHS Act 2006)';
comment on column reporting.directions.kind is 'What it demands: NOT_TO_EXERCISE, MANNER_OF_EXERCISE, REPLACE_AO, VARY_CONSTITUTION or ENABLING';
comment on column reporting.directions.functions is 'Functions that it names';
comment on column reporting.directions.exercisers is 'Bodies that exercise the functions that it takes';
comment on column reporting.directions.in_force_from is 'First day of force';
comment on column reporting.directions.in_force_until is 'Last day of force; empty while open';
comment on column reporting.directions.document is 'Title of the document';
comment on column reporting.directions.enables is 'Direction to another group that this one makes effective';
comment on column reporting.directions.position is 'Position of the event that says so';

create view reporting.conditions as
    select c.ccg, coalesce(i.name, r.name) as ccg_name, team.region, a.wave, c.condition, c.criterion,
           substring(c.criterion from '^(?:SYN-)?([1-6])')::int as domain, c.bespoke, t.text,
           l.level, s.label as level_label, c.imposed_on, m.mainstreamed_on,
           case when v.reviewed_on >= c.imposed_on then v.reviewed_on end as last_reviewed, v.next_review,
           p.milestone as plan_milestone, p.due as plan_milestone_due,
           greatest(c.set_by, t.set_by, l.set_by, m.set_by) as position
    from projection.condition_at c
    left join projection.condition_level_at l using (ccg, condition)
    left join projection.support_level s using (level)
    left join projection.condition_text_at t using (ccg, condition)
    left join projection.condition_mainstreaming_at m using (ccg, condition)
    left join projection.condition_review_at v on v.ccg = c.ccg
    left join projection.authorisation_at a on a.ccg = c.ccg
    left join projection.ccg_identity_at i on i.ccg = c.ccg
    left join projection.ccg_reference_at r on r.ccg = c.ccg
    left join projection.area_team team on team.code = i.area_team
    left join lateral (
        select e.value ->> 'text' as milestone, (e.value ->> 'due')::date as due
        from projection.rectification_plan_at q, jsonb_array_elements(q.milestones) with ordinality as e(value, n)
        where q.ccg = c.ccg and (e.value ->> 'due')::date >= projection.as_of()
        order by due, e.n limit 1) p on true;
comment on view reporting.conditions is
    'Conditions outstanding: imposed and not discharged. A mainstreamed one is outstanding until it is discharged.';
comment on column reporting.conditions.wave is 'Wave in which the group was authorised';
comment on column reporting.conditions.criterion is 'Criterion that is not met; empty for a bespoke condition';
comment on column reporting.conditions.domain is 'Domain of the criterion, 1 to 6';
comment on column reporting.conditions.level is 'Level of support, I to VII';
comment on column reporting.conditions.level_label is 'What the level stands for';
comment on column reporting.conditions.imposed_on is 'Day from which it holds';
comment on column reporting.conditions.mainstreamed_on is 'Day on which it was folded into ordinary assurance';
comment on column reporting.conditions.last_reviewed is 'Day of the last review of the group''s conditions since it was imposed';
comment on column reporting.conditions.next_review is 'Month of the next review';
comment on column reporting.conditions.plan_milestone is 'Next step of the group''s rectification plan';
comment on column reporting.conditions.plan_milestone_due is 'Day by which that step is due';
comment on column reporting.conditions.position is 'Position of the event that says so';

create view reporting.ccgs as
    select k.ccg as ods, coalesce(i.ons, r.ons) as ons, coalesce(i.name, r.name) as name,
           case when s.standing = 'ESTABLISHED' and projection.as_of() >= date '2013-04-01' then 'OPERATIONAL'
                else coalesce(s.standing, 'RESERVED') end as status,
           case when s.standing = 'ESTABLISHED' and projection.as_of() >= date '2013-04-01'
                then greatest(s.eff_from, date '2013-04-01')
                else coalesce(s.eff_from, r.eff_from, i.eff_from) end as since,
           i.area_team as area_team_code, coalesce(t.name, r.area_team) as area_team, coalesce(t.region, r.region) as region,
           coalesce(a.wave, w.wave) as wave, a.outcome, o.person as accountable_officer,
           c.version as constitution_version, c.permits as constitution_permits,
           coalesce(n.open, 0) as conditions_open, coalesce(d.in_force, 0) as directions_in_force,
           coalesce(m.practices, 0) as practices, p.heads as population,
           greatest(i.set_by, s.set_by, r.set_by) as position
    from (select ccg from projection.ccg_reference_at union select ccg from projection.ccg_identity_at) k
    left join projection.ccg_reference_at r using (ccg)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_standing_at s using (ccg)
    left join projection.area_team t on t.code = i.area_team
    left join projection.authorisation_at a using (ccg)
    left join projection.application_wave_at w using (ccg)
    left join projection.ccg_officer_at o using (ccg)
    left join projection.ccg_constitution_at c using (ccg)
    left join (select * from projection.ccg_population_at where basis = 'LIST') p using (ccg)
    left join (select ccg, count(*) as open from projection.condition_at group by ccg) n using (ccg)
    left join (select ccg, count(*) as in_force from reporting.directions group by ccg) d using (ccg)
    left join (select ccg, count(*) as practices from projection.membership_at group by ccg) m using (ccg);
comment on view reporting.ccgs is 'Clinical commissioning groups, reserved codes and proposed groups among them.';
comment on column reporting.ccgs.ods is 'ODS code';
comment on column reporting.ccgs.ons is 'Code of the Office for National Statistics';
comment on column reporting.ccgs.status is
    'RESERVED (an imported code), PROPOSED, AUTHORISED, ESTABLISHED, OPERATIONAL (established, from 1 April 2013), WITHDRAWN, LAPSED, COMBINED or REFUSED';
comment on column reporting.ccgs.since is 'Day from which the status holds';
comment on column reporting.ccgs.area_team_code is 'ODS code of the area team';
comment on column reporting.ccgs.wave is 'Wave in which it was decided or, until then, to which it is assigned';
comment on column reporting.ccgs.outcome is 'What was decided on the application';
comment on column reporting.ccgs.accountable_officer is 'The accountable officer, by pseudonym';
comment on column reporting.ccgs.constitution_version is 'Counted from 1, the constitution at establishment';
comment on column reporting.ccgs.constitution_permits is 'What the constitution lets the group do';
comment on column reporting.ccgs.conditions_open is 'Conditions outstanding';
comment on column reporting.ccgs.directions_in_force is 'Directions in force';
comment on column reporting.ccgs.practices is 'Practice contracts that are members';
comment on column reporting.ccgs.population is 'Patients on practices'' lists, where recorded';
comment on column reporting.ccgs.position is 'Position of the event that says so';

create view reporting.populations as
    select p.ccg, p.basis, p.heads, p.as_at, p.set_by as position from projection.ccg_population_at p;
comment on view reporting.populations is 'Heads of groups by how they were counted: LIST or ONS_MODERATED.';
comment on column reporting.populations.as_at is 'Day at which they were counted';
comment on column reporting.populations.position is 'Position of the event that says so';

create view reporting.authorisation_waves as
    with decided as (
        select wave, count(*) as authorised,
               count(*) filter (where outcome = 'AUTHORISED') as unconditional,
               count(*) filter (where outcome = 'AUTHORISED_WITH_CONDITIONS') as conditions_only,
               count(*) filter (where outcome = 'AUTHORISED_WITH_CONDITIONS_AND_DIRECTIONS') as conditions_and_directions
        from projection.authorisation_at group by wave),
    assigned as (select wave, count(*) as n from projection.application_wave_at group by wave),
    submitted as (select wave, count(*) as n from projection.application_submission_at group by wave),
    outgoing as (select from_wave as wave, count(*) as n from projection.application_deferral_at group by from_wave),
    incoming as (select to_wave as wave, count(*) as n from projection.application_deferral_at group by to_wave),
    waves as (
        select number as wave from projection.wave_at union select wave from decided union select wave from assigned
        union select wave from outgoing)
    select v.wave, w.submission_deadline, w.planned_decision_month, w.planned_applications as planned,
           coalesce(a.n, 0) - coalesce(i.n, 0) + coalesce(o.n, 0) as assigned, coalesce(s.n, 0) as submitted,
           coalesce(i.n, 0) as deferred_in, coalesce(o.n, 0) as deferred_out,
           coalesce(d.authorised, 0) as authorised, coalesce(d.unconditional, 0) as unconditional,
           coalesce(d.conditions_only + d.conditions_and_directions, 0) as with_conditions,
           coalesce(d.conditions_only, 0) as conditions_only,
           coalesce(d.conditions_and_directions, 0) as conditions_and_directions,
           sum(coalesce(d.authorised, 0)) over so_far::bigint as authorised_so_far,
           sum(coalesce(d.unconditional, 0)) over so_far::bigint as unconditional_so_far,
           sum(coalesce(d.conditions_only + d.conditions_and_directions, 0)) over so_far::bigint as with_conditions_so_far,
           sum(coalesce(d.conditions_and_directions, 0)) over so_far::bigint as conditions_and_directions_so_far
    from waves v
    left join projection.wave_at w on w.number = v.wave
    left join decided d using (wave)
    left join assigned a using (wave)
    left join submitted s using (wave)
    left join outgoing o using (wave)
    left join incoming i using (wave)
    window so_far as (order by v.wave);
comment on view reporting.authorisation_waves is 'The waves of authorisation, as decided by the day: the outcome of each decision, whatever came of it later.';
comment on column reporting.authorisation_waves.planned is 'Applications that were planned when the wave was opened';
comment on column reporting.authorisation_waves.assigned is 'Applications that were first assigned to it';
comment on column reporting.authorisation_waves.submitted is 'Applications that were submitted in it';
comment on column reporting.authorisation_waves.deferred_in is 'Applications deferred to it';
comment on column reporting.authorisation_waves.deferred_out is 'Applications deferred from it';
comment on column reporting.authorisation_waves.authorised is 'Groups authorised in it';
comment on column reporting.authorisation_waves.unconditional is 'of which without conditions';
comment on column reporting.authorisation_waves.with_conditions is 'of which with conditions, with directions or without';
comment on column reporting.authorisation_waves.conditions_only is 'of which with conditions and no directions';
comment on column reporting.authorisation_waves.conditions_and_directions is 'of which with conditions and directions';

create view reporting.authorisation_summary as
    select count(*) as total,
           count(*) filter (where c.ccg is null and d.ccg is null) as fully_authorised,
           count(*) filter (where c.ccg is not null) as with_conditions,
           count(*) filter (where d.ccg is not null) as with_directions
    from projection.authorisation_at a
    left join (select distinct ccg from projection.condition_at) c using (ccg)
    left join (select distinct ccg from reporting.directions) d using (ccg);
comment on view reporting.authorisation_summary is 'How the authorised groups stand, from what is outstanding.';
comment on column reporting.authorisation_summary.total is 'Groups that are authorised';
comment on column reporting.authorisation_summary.fully_authorised is 'of which no condition is outstanding and no direction in force';
comment on column reporting.authorisation_summary.with_conditions is 'of which a condition is outstanding';
comment on column reporting.authorisation_summary.with_directions is 'of which a direction is in force';

create view reporting.criteria_failures as
    select s.criterion, coalesce(c.domain, substring(s.criterion from '^(?:SYN-)?([1-6])')::int) as domain, c.text,
           c.standing, s.assessed, s.failures, round(100.0 * s.failures / s.assessed, 1)::float8 as percentage
    from (select criterion, count(*) as assessed, count(*) filter (where result = 'NOT_MET') as failures
          from projection.assessment_at group by criterion) s
    left join (select distinct on (criterion) criterion, domain, text, standing from projection.criterion_at
               order by criterion, eff_from desc, catalogue) c using (criterion);
comment on view reporting.criteria_failures is 'How often each criterion was not met, as last judged in the assessment.';
comment on column reporting.criteria_failures.standing is 'How well the text stands: STATED, DERIVED, ASSUMED or SYNTHETIC';
comment on column reporting.criteria_failures.assessed is 'Applications assessed against it';
comment on column reporting.criteria_failures.failures is 'of which it was not met';
comment on column reporting.criteria_failures.percentage is 'Failures in a hundred assessed';
