-- How many groups are interested in co-commissioning on a day, where a source states a figure for that day.

create function projection.counted_interest(figure text, day date) returns numeric
language sql stable security definer set search_path = pg_catalog
begin atomic
    select nullif(count(distinct g.ccg), 0)::numeric
    from projection.expression_group g
    join projection.expression_levels l using (expression)
    left join projection.expression_category c
        on c.expression = g.expression and c.holds and c.eff_from <= day and c.eff_to > day
       and c.known_from <= projection.known_at() and c.known_to > projection.known_at()
    where g.holds and g.eff_from <= day and g.eff_to > day
      and g.known_from <= projection.known_at() and g.known_to > projection.known_at()
      and l.holds and l.eff_from <= day and l.eff_to > day
      and l.known_from <= projection.known_at() and l.known_to > projection.known_at()
      and case figure
          when 'INTERESTED_IN_CO_COMMISSIONING' then true
          when 'INTERESTED_IN_DELEGATION' then 'DELEGATED' = any (coalesce(c.levels, l.levels))
          when 'INTERESTED_IN_JOINT_COMMISSIONING' then 'JOINT' = any (coalesce(c.levels, l.levels))
          when 'INTERESTED_IN_GREATER_INVOLVEMENT' then 'GREATER_INVOLVEMENT' = any (coalesce(c.levels, l.levels))
          else false end;
end;
comment on function projection.counted_interest is
    'The groups whose interest in co-commissioning, at one level or any, the ledger counts for a day.';
grant execute on function projection.counted_interest to ccg_query;
