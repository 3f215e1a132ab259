create view reporting.autonomy_watch as
    with pressed as (
        select p.ccg, count(*) as reports, count(*) filter (where p.status = 'RESISTED') as resisted,
               count(*) filter (where p.status = 'ACCEPTED_FREELY') as accepted_freely,
               count(*) filter (where p.status = 'RAISED') as unresolved, max(p.position) as position
        from reporting.pressure_reports p group by p.ccg),
    advised as (
        select a.ccg, count(*) as given, count(*) filter (where a.response = 'NOT_ACCEPTED') as not_accepted,
               count(*) filter (where a.overreach) as overreach, max(a.position) as position
        from reporting.advice a where a.status <> 'REQUESTED' group by a.ccg)
    select ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region,
           coalesce(p.reports, 0) as pressure_reports, coalesce(p.resisted, 0) as resisted,
           coalesce(p.accepted_freely, 0) as accepted_freely, coalesce(p.unresolved, 0) as unresolved,
           coalesce(a.given, 0) as advice_given, coalesce(a.not_accepted, 0) as advice_not_accepted,
           coalesce(a.overreach, 0) as overreach, greatest(p.position, a.position) as position
    from pressed p
    full join advised a using (ccg)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg)
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.autonomy_watch is
    'Where others reached into what is a group''s to decide: pressure that it reported, and advice that told it what to do.';
comment on column reporting.autonomy_watch.pressure_reports is 'Reports of pressure, resolved or not';
comment on column reporting.autonomy_watch.resisted is 'Reports of pressure that the group resisted';
comment on column reporting.autonomy_watch.accepted_freely is 'Reports after which it freely did what it was pressed to';
comment on column reporting.autonomy_watch.unresolved is 'Reports of which it has not yet said what it did';
comment on column reporting.autonomy_watch.advice_given is 'Advice that it was given';
comment on column reporting.autonomy_watch.advice_not_accepted is 'Advice that it did not accept';
comment on column reporting.autonomy_watch.overreach is 'Advice that told it what to do';
comment on column reporting.autonomy_watch.position is 'Position of the latest event that says so';
