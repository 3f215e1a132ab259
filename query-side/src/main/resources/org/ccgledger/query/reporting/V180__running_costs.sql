create view reporting.running_cost_policies as
    select p.fy, p.version, p.per_head, p.range_from, p.range_to, p.basis, p.eff_from as since, p.citation, p.url,
           p.standing, p.set_by as position
    from projection.running_cost_policy_at p;
comment on view reporting.running_cost_policies is 'How much groups may be given for each head, by financial year.';
comment on column reporting.running_cost_policies.fy is 'Financial year, from 1 April';
comment on column reporting.running_cost_policies.version is 'Counted from 1 within the year';
comment on column reporting.running_cost_policies.per_head is 'The most for each head, in pounds';
comment on column reporting.running_cost_policies.range_from is 'Lower end of the range, where the policy is one';
comment on column reporting.running_cost_policies.range_to is 'Upper end of it';
comment on column reporting.running_cost_policies.basis is 'How heads are counted for it: LIST or ONS_MODERATED';
comment on column reporting.running_cost_policies.standing is 'STATED by the source, DERIVED, ASSUMED or SYNTHETIC';
comment on column reporting.running_cost_policies.position is 'Position of the event that says so';

create view reporting.running_cost_lines as
    with budgeted as (
        select p.ccg, p.fy, p.host, p.line, p.percent, p.amount, p.set_by
        from projection.running_cost_budget_part_at p
        join projection.running_cost_budget_at b on b.ccg = p.host and b.fy = p.fy and b.version = p.version),
    spent as (
        select s.ccg, s.fy, s.host, s.line, sum(s.amount) as amount, max(s.set_by) as set_by
        from projection.running_cost_spend_at s group by s.ccg, s.fy, s.host, s.line)
    select ccg, coalesce(i.name, r.name) as ccg_name, fy, host, line, b.percent, b.amount as budget,
           coalesce(s.amount, 0.00) as spent, b.amount - coalesce(s.amount, 0.00) as remaining,
           greatest(b.set_by, s.set_by) as position
    from budgeted b
    full join spent s using (ccg, fy, host, line)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.running_cost_lines is
    'What groups plan to spend and spend on each line, their part of what another pays for them included.';
comment on column reporting.running_cost_lines.host is 'Group that pays: itself, or one with which it shares the cost';
comment on column reporting.running_cost_lines.percent is 'Its share of the line, in per cent';
comment on column reporting.running_cost_lines.budget is 'Its part of the line in pounds; empty where no budget has it';
comment on column reporting.running_cost_lines.spent is 'Its part of what is spent so far';
comment on column reporting.running_cost_lines.remaining is 'Budget less spent';
comment on column reporting.running_cost_lines.position is 'Position of the latest event that says so';

create view reporting.running_costs as
    with planned as (
        select l.ccg, l.fy, sum(l.budget) as budget, max(l.position) as position
        from reporting.running_cost_lines l group by l.ccg, l.fy),
    spent as (
        select s.ccg, s.fy, sum(s.amount) as spent, sum(s.amount) filter (where s.booked_to = 'PROGRAMME') as misclassified,
               (extract(year from max(s.month)) * 12 + extract(month from max(s.month)))::int
                   - (left(s.fy, 4)::int * 12 + 3) as months
        from projection.running_cost_spend_at s group by s.ccg, s.fy),
    account as (
        select ccg, fy, a.basis, a.heads, a.heads_as_at, a.per_head, a.envelope, p.budget, coalesce(s.spent, 0.00) as spent,
               coalesce(s.months, 0) as months_reported, round(s.spent * 12 / nullif(s.months, 0), 2) as forecast,
               coalesce(s.misclassified, 0.00) as misclassified, greatest(a.set_by, p.position) as position
        from projection.running_cost_allowance_at a
        full join planned p using (ccg, fy)
        left join spent s using (ccg, fy))
    select k.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, k.fy, k.basis, k.heads,
           k.heads_as_at, k.per_head, c.per_head as policy_per_head,
           (k.per_head > c.per_head or k.per_head not between c.range_from and c.range_to) is true as outside_policy,
           k.envelope, k.budget, k.spent, k.months_reported, k.forecast,
           round(k.spent / k.heads, 2) as spent_per_head, round(k.forecast / k.heads, 2) as forecast_per_head,
           k.envelope - k.forecast as variance, coalesce(k.spent > k.envelope, false) as breached, k.misclassified,
           k.position
    from account k
    left join projection.running_cost_policy_at c using (fy)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg)
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.running_costs is
    'Groups'' running costs by financial year: envelope, budget, what is spent, and what will be by the year''s end.';
comment on column reporting.running_costs.fy is 'Financial year, from 1 April';
comment on column reporting.running_costs.basis is 'How the heads were counted: LIST or ONS_MODERATED';
comment on column reporting.running_costs.heads is 'People for whom the group is given an allowance';
comment on column reporting.running_costs.heads_as_at is 'Day at which they were counted';
comment on column reporting.running_costs.per_head is 'What it is given for each, in pounds';
comment on column reporting.running_costs.policy_per_head is 'The most that the year''s policy provides for each';
comment on column reporting.running_costs.outside_policy is 'Whether it is given what the policy does not provide for';
comment on column reporting.running_costs.envelope is 'What it is given in all, in whole pounds';
comment on column reporting.running_costs.budget is 'What it plans to bear, in its own budget and in those of others';
comment on column reporting.running_costs.spent is 'What it bears of all that is spent so far';
comment on column reporting.running_costs.months_reported is 'Months of the year up to the last for which something is spent';
comment on column reporting.running_costs.forecast is 'What it will have spent by the year''s end if it goes on as in the months reported';
comment on column reporting.running_costs.spent_per_head is 'Spent so far, for each head';
comment on column reporting.running_costs.forecast_per_head is 'Forecast, for each head';
comment on column reporting.running_costs.variance is 'Envelope less forecast: negative where it will not last';
comment on column reporting.running_costs.breached is 'Whether more is spent than the envelope holds';
comment on column reporting.running_costs.misclassified is 'Of what is spent, what was booked to money for health care';
comment on column reporting.running_costs.position is 'Position of the latest event that says so';

create view reporting.structures as
    select s.ccg, coalesce(i.name, r.name) as ccg_name, s.fy, s.structure, s.description, s.shared_with, s.changed_on,
           a.projected_cost, a.demonstrated_on, greatest(s.set_by, a.set_by) as position
    from projection.running_cost_structure_at s
    left join projection.running_cost_affordability_at a using (ccg, fy, structure)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.structures is 'How groups have shaped themselves, and what that was shown to cost.';
comment on column reporting.structures.fy is 'Financial year in which the structure was changed';
comment on column reporting.structures.shared_with is 'Groups with which teams or officers are shared';
comment on column reporting.structures.projected_cost is 'What it costs in that year, as shown';
comment on column reporting.structures.position is 'Position of the latest event that says so';
