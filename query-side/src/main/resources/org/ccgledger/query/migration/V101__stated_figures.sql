-- What the ledger counts for a day and as known at a position, where a source states a figure for that day.
--
-- Each figure has a day of its own, so the day is an argument here and not the one that a session chooses. Whoever may
-- see the figures may see the counts, though not what is counted.
create function projection.counted(figure text, unit text, in_wave int, day date) returns numeric
language sql stable security definer set search_path = pg_catalog
begin atomic
    with authorised as (
        select ccg from projection.authorisation
        where holds and eff_from <= day and eff_to > day
          and known_from <= projection.known_at() and known_to > projection.known_at()
          and (in_wave is null or wave = in_wave)),
    conditioned as (
        select distinct ccg from projection.condition
        where holds and eff_from <= day and eff_to > day
          and known_from <= projection.known_at() and known_to > projection.known_at()),
    directed as (
        select distinct d.ccg
        from projection.direction d join projection.direction_terms t using (ccg, direction)
        where d.holds and d.eff_from <= day and d.eff_to > day
          and d.known_from <= projection.known_at() and d.known_to > projection.known_at()
          and t.holds and t.eff_from <= day and t.eff_to > day
          and t.known_from <= projection.known_at() and t.known_to > projection.known_at()
          and t.in_force_from <= day and (t.in_force_until is null or t.in_force_until >= day)),
    groups as (
        select count(*) as authorised,
               count(*) filter (where c.ccg is null and d.ccg is null) as fully_authorised,
               count(c.ccg) as with_conditions,
               count(d.ccg) as with_directions
        from authorised a left join conditioned c using (ccg) left join directed d using (ccg)),
    edition as (
        select coalesce(
            (select w.catalogue from projection.wave w
             where w.number = in_wave and w.holds and w.eff_from <= day and w.eff_to > day
               and w.known_from <= projection.known_at() and w.known_to > projection.known_at()),
            (select c.catalogue from projection.criterion c
             where c.holds and c.eff_from <= day and c.eff_to > day
               and c.known_from <= projection.known_at() and c.known_to > projection.known_at()
             order by c.eff_from desc, c.set_by desc limit 1)) as catalogue),
    found as (
        select case figure
            when 'AUTHORISED' then (select g.authorised from groups g)
            when 'FULLY_AUTHORISED' then (select g.fully_authorised from groups g)
            when 'WITH_CONDITIONS' then (select g.with_conditions from groups g)
            when 'WITH_DIRECTIONS' then (select g.with_directions from groups g)
            when 'CRITERIA' then (
                select count(*) from projection.criterion c join edition e using (catalogue)
                where c.holds and c.eff_from <= day and c.eff_to > day
                  and c.known_from <= projection.known_at() and c.known_to > projection.known_at())
            when 'PRACTICES' then (
                select count(*) from projection.membership m
                where m.holds and m.eff_from <= day and m.eff_to > day
                  and m.known_from <= projection.known_at() and m.known_to > projection.known_at()
                  and (in_wave is null or m.ccg in (select ccg from authorised)))
            end::numeric as n)
    select case when unit = 'PERCENT' then round(100 * f.n / nullif((select g.authorised from groups g), 0), 1)
                else f.n end
    from found f;
end;
comment on function projection.counted is
    'What the ledger counts for a day: of a percentage, the share of the groups authorised by then.';
grant execute on function projection.counted to ccg_query;
