create view reporting.co_commissioning_rounds as
    select round, opened_on, expressions_until, delegated_until, joint_until, set_by as position
    from projection.co_commissioning_round_at;
comment on view reporting.co_commissioning_rounds is 'Rounds of co-commissioning and their last days.';
comment on column reporting.co_commissioning_rounds.expressions_until is 'Last day for expressions of interest';
comment on column reporting.co_commissioning_rounds.delegated_until is 'Last day for applications to take on delegated functions';
comment on column reporting.co_commissioning_rounds.joint_until is 'Last day for applications to commission jointly';
comment on column reporting.co_commissioning_rounds.position is 'Position of the event that says so';

create view reporting.expressions_of_interest as
    select e.expression, e.round,
           case when cardinality(g.ccgs) = 0 then 'WITHDRAWN' when c.expression is not null then 'CATEGORISED'
                else 'SUBMITTED' end as status,
           g.ccgs, coalesce(c.levels, l.levels) as levels, l.levels as named_levels, e.statement, e.submitted_by,
           e.submitted_on, e.late, greatest(e.set_by, c.set_by, g.set_by) as position
    from projection.expression_at e
    join projection.expression_levels_at l using (expression)
    left join projection.expression_category_at c using (expression)
    join lateral (
        select coalesce(array_agg(x.ccg order by x.ccg), '{}') as ccgs, max(x.set_by) as set_by
        from projection.expression_group_at x where x.expression = e.expression) g on true;
comment on view reporting.expressions_of_interest is
    'Expressions of interest in co-commissioning; one may be of several groups and name several levels.';
comment on column reporting.expressions_of_interest.status is 'SUBMITTED, CATEGORISED or WITHDRAWN';
comment on column reporting.expressions_of_interest.ccgs is 'Groups that have not withdrawn';
comment on column reporting.expressions_of_interest.levels is 'Levels as categorised or, before that, as named';
comment on column reporting.expressions_of_interest.named_levels is 'Levels as named, in the order of preference';
comment on column reporting.expressions_of_interest.late is 'Whether it came after the round''s last day';
comment on column reporting.expressions_of_interest.position is 'Position of the latest event that says so';

create view reporting.co_commissioning_interest as
    select g.expression, e.round, g.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region,
           x.level, coalesce(y.readiness, 'NOT_ASSESSED') as readiness, y.as_at as readiness_as_at,
           f.result as conflicts_cover, f.tested_on as conflicts_tested_on,
           greatest(g.set_by, c.set_by, y.set_by, f.set_by) as position
    from projection.expression_group_at g
    join projection.expression_at e using (expression)
    join projection.expression_levels_at l using (expression)
    left join projection.expression_category_at c using (expression)
    cross join lateral unnest(coalesce(c.levels, l.levels)) as x(level)
    left join projection.readiness_at y on y.expression = g.expression and y.ccg = g.ccg and y.level = x.level
    left join projection.conflicts_test_at f on f.expression = g.expression and f.ccg = g.ccg
    left join projection.ccg_identity_at i on i.ccg = g.ccg
    left join projection.ccg_reference_at r on r.ccg = g.ccg
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.co_commissioning_interest is
    'The interest of each group at each level: a group that names two levels stands here twice.';
comment on column reporting.co_commissioning_interest.level is 'GREATER_INVOLVEMENT, JOINT or DELEGATED';
comment on column reporting.co_commissioning_interest.readiness is 'READY_NOW, READY_SOON, NOT_READY or NOT_ASSESSED';
comment on column reporting.co_commissioning_interest.readiness_as_at is 'Day for which that was said';
comment on column reporting.co_commissioning_interest.conflicts_cover is
    'SATISFIED or NOT_SATISFIED; empty where it was not tested';
comment on column reporting.co_commissioning_interest.position is 'Position of the latest event that says so';
