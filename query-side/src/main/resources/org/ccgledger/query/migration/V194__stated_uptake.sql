-- How far co-commissioning had come on a day, and what share of the groups with conditions a wave had, where a source
-- states a figure for that day.

create function projection.counted_uptake(figure text, day date) returns numeric
language sql stable security definer set search_path = pg_catalog
begin atomic
    with interested as (
        select distinct on (g.ccg) g.ccg, y.readiness
        from projection.expression_group g
        join projection.expression_levels l using (expression)
        left join projection.expression_category c
            on c.expression = g.expression and c.holds and c.eff_from <= day and c.eff_to > day
           and c.known_from <= projection.known_at() and c.known_to > projection.known_at()
        left join projection.readiness y
            on y.expression = g.expression and y.ccg = g.ccg and y.level = 'DELEGATED'
           and y.holds and y.eff_from <= day and y.eff_to > day
           and y.known_from <= projection.known_at() and y.known_to > projection.known_at()
        where g.holds and g.eff_from <= day and g.eff_to > day
          and g.known_from <= projection.known_at() and g.known_to > projection.known_at()
          and l.holds and l.eff_from <= day and l.eff_to > day
          and l.known_from <= projection.known_at() and l.known_to > projection.known_at()
          and 'DELEGATED' = any (coalesce(c.levels, l.levels))
        order by g.ccg, y.as_at desc nulls last, y.set_by desc nulls last),
    applied as (
        select a.ccg, a.application, a.level, d.outcome, d.conditions
        from projection.co_commissioning_application a
        left join projection.co_commissioning_decision d
            on d.ccg = a.ccg and d.application = a.application and d.holds and d.eff_from <= day and d.eff_to > day
           and d.known_from <= projection.known_at() and d.known_to > projection.known_at()
        where a.holds and a.eff_from <= day and a.eff_to > day
          and a.known_from <= projection.known_at() and a.known_to > projection.known_at()),
    approved as (
        select a.ccg, a.level from applied a
        where a.outcome = 'APPROVED'
           or (a.outcome = 'CONDITIONALLY_APPROVED' and cardinality(a.conditions) <= (
               select count(*) from projection.approval_condition_met m
               where m.ccg = a.ccg and m.application = a.application
                 and m.holds and m.eff_from <= day and m.eff_to > day
                 and m.known_from <= projection.known_at() and m.known_to > projection.known_at()))),
    counts as (
        select case figure
            when 'READY_NOW_FOR_DELEGATION' then (select count(*) from interested where readiness = 'READY_NOW')
            when 'READY_SOON_FOR_DELEGATION' then (select count(*) from interested where readiness = 'READY_SOON')
            when 'APPLIED_FOR_DELEGATION' then (select count(distinct ccg) from applied where level = 'DELEGATED')
            when 'APPLIED_FOR_JOINT_COMMISSIONING' then (select count(distinct ccg) from applied where level = 'JOINT')
            when 'APPROVED_FOR_DELEGATION' then (select count(distinct ccg) from approved where level = 'DELEGATED')
            when 'LIVE_DELEGATION' then (
                select count(*) from projection.co_commissioning_level l
                where l.level = 'DELEGATED' and l.holds and l.eff_from <= day and l.eff_to > day
                  and l.known_from <= projection.known_at() and l.known_to > projection.known_at())
            end::numeric as n)
    select nullif(n, 0) from counts;
end;
comment on function projection.counted_uptake is
    'The groups that are ready for a level of co-commissioning, have applied, are approved or take part, as the ledger counts them for a day.';
grant execute on function projection.counted_uptake to ccg_query;

create function projection.counted_share(figure text, in_wave int, day date) returns numeric
language sql stable security definer set search_path = pg_catalog
begin atomic
    select case when figure = 'SHARE_OF_THOSE_WITH_CONDITIONS' then
        round(100 * projection.counted('WITH_CONDITIONS', 'CCGS', in_wave, day)
            / nullif(projection.counted('WITH_CONDITIONS', 'CCGS', null, day), 0), 1) end;
end;
comment on function projection.counted_share is
    'Of all groups with conditions on a day, the per cent that were authorised in a wave.';
grant execute on function projection.counted_share to ccg_query;
