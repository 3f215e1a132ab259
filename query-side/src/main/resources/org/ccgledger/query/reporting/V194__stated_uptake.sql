create or replace view reporting.stated_figures as
    select f.figure, f.subject, f.value as stated, f.unit, f.counted, f.wave, f.as_at, c.count, f.value - c.count as difference,
           case
               when f.counted = 'NOT_COUNTED' then 'The ledger holds nothing that could be counted for it'
               when c.count is null then 'The ledger knows of no group to count on that day'
               when f.value > c.count then
                   'The source states ' || trim_scale(f.value - c.count) || ' more than the ledger counts for that day'
               when f.value < c.count then
                   'The source states ' || trim_scale(c.count - f.value) || ' fewer than the ledger counts for that day'
               else ''
           end
           || case when f.value <> c.count and f.standing <> 'STATED'
                   then '; the figure is ' || lower(f.standing) || ', no source states it' else '' end as explanation,
           f.citation, f.url, f.standing, f.effective_on, f.recorded_at, f.position, f.event_id
    from (
        select distinct on (s.figure) s.* from projection.stated_figure s
        where s.position <= projection.known_at() and s.effective_on <= projection.as_of()
        order by s.figure, s.position desc) f
    cross join lateral (
        select coalesce(projection.counted(f.counted, f.unit, f.wave, f.as_at),
                        projection.counted_interest(f.counted, f.as_at),
                        projection.counted_uptake(f.counted, f.as_at),
                        projection.counted_share(f.counted, f.wave, f.as_at),
                        projection.counted_groups(f.counted, f.as_at)) as count) c;
