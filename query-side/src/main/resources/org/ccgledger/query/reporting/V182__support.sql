create view reporting.backstop_period as
    select b.starts_on, b.ends_on, b.eff_from as since, b.citation, b.url, b.standing, b.set_by as position
    from projection.backstop_period_at b;
comment on view reporting.backstop_period is
    'For how long the Board stands in where there is no market of commissioning support.';
comment on column reporting.backstop_period.ends_on is 'Last day';
comment on column reporting.backstop_period.since is 'Day from which this is the policy';
comment on column reporting.backstop_period.standing is 'STATED by the source, DERIVED, ASSUMED or SYNTHETIC';
comment on column reporting.backstop_period.position is 'Position of the event that says so';

create view reporting.commissioning_support as
    select a.support, a.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, a.service,
           a.provider_kind, a.provider, a.cost, a.starts_on, coalesce(e.ends_on, a.ends_on) as ends_on, e.successor,
           a.starts_on <= projection.as_of()
               and coalesce(e.ends_on, a.ends_on, date 'infinity') >= projection.as_of() as live,
           k.seen_on is not null and e.successor is null and not exists (
               select 1 from projection.support_arrangement_at o
               left join projection.support_end_at x on x.support = o.support
               where o.ccg = a.ccg and o.service = a.service and o.support <> a.support
                 and o.starts_on <= coalesce(e.ends_on, a.ends_on) + 1
                 and coalesce(x.ends_on, o.ends_on, date 'infinity') > coalesce(e.ends_on, a.ends_on)) as at_risk,
           k.seen_on as risk_seen_on, a.chosen_on, greatest(a.set_by, e.set_by, k.set_by) as position
    from projection.support_arrangement_at a
    left join projection.support_end_at e using (support)
    left join projection.support_risk_at k using (support)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg)
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.commissioning_support is 'Who groups chose to support them in commissioning, service by service.';
comment on column reporting.commissioning_support.provider_kind is
    'IN_HOUSE, SHARED_CCG, CSU_BACKSTOP (hosted by the Board), SOCIAL_ENTERPRISE, INDEPENDENT or LOCAL_AUTHORITY';
comment on column reporting.commissioning_support.provider is 'Who it is, as KIND/CODE';
comment on column reporting.commissioning_support.cost is 'Of a year, in pounds';
comment on column reporting.commissioning_support.ends_on is 'Last day; empty while open';
comment on column reporting.commissioning_support.successor is 'Arrangement that was named to take its place';
comment on column reporting.commissioning_support.live is 'Whether it serves on the day asked for';
comment on column reporting.commissioning_support.at_risk is
    'Whether the Board stands in, the end is near, and nothing is chosen for the time after';
comment on column reporting.commissioning_support.risk_seen_on is 'Day on which that was seen, whether or not it was cured since';
comment on column reporting.commissioning_support.position is 'Position of the latest event that says so';

create view reporting.support_market as
    select s.service, s.provider_kind, coalesce(to_char(s.ends_on, 'YYYY-MM'), 'OPEN') as expires,
           count(*) as arrangements, count(distinct s.ccg) as groups, sum(s.cost) as cost,
           count(*) filter (where s.at_risk) as at_risk, max(s.position) as position
    from reporting.commissioning_support s
    where s.live
    group by 1, 2, 3;
comment on view reporting.support_market is
    'The market of commissioning support: services by kind of provider and by the month in which arrangements expire.';
comment on column reporting.support_market.expires is 'Month of the last day, as 2016-03; OPEN where there is none';
comment on column reporting.support_market.arrangements is 'Arrangements that serve on the day asked for';
comment on column reporting.support_market.groups is 'Groups that they serve';
comment on column reporting.support_market.cost is 'What they cost together in a year, in pounds';
comment on column reporting.support_market.at_risk is 'Those of the back stop that end soon without a successor';
comment on column reporting.support_market.position is 'Position of the latest event that says so';
