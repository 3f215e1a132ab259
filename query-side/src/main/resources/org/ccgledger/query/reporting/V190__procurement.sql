create view reporting.contract_awards as
    select a.procurement, a.ccg, coalesce(i.name, r.name) as ccg_name, a.provider, a.provider_name, a.registered_office,
           coalesce(v.services, a.services) as services, coalesce(v.amount, a.amount) as amount,
           coalesce(v.starts_on, a.starts_on) as starts_on,
           case when v.varied_on is null then a.ends_on else v.ends_on end as ends_on, a.process, a.effectiveness, a.quality,
           a.integration, a.awarded_on, v.varied_on, e.last_day, p.published_on, p.uri as published_at,
           case
               when e.last_day < projection.as_of() then 'ENDED'
               when (case when v.varied_on is null then a.ends_on else v.ends_on end) < projection.as_of() then 'ENDED'
               when coalesce(v.starts_on, a.starts_on) <= projection.as_of() then 'LIVE'
               else 'AWARDED'
           end as status,
           greatest(a.set_by, v.set_by, e.set_by, p.set_by) as position
    from projection.contract_award_at a
    left join projection.contract_variation_at v using (procurement, provider)
    left join projection.contract_end_at e using (procurement, provider)
    left join projection.contract_publication_at p using (procurement, provider)
    left join projection.ccg_identity_at i on i.ccg = a.ccg
    left join projection.ccg_reference_at r on r.ccg = a.ccg;
comment on view reporting.contract_awards is
    'Contracts with what is published of each: the provider, its registered office, the services, the amount, the days and how the provider was selected.';
comment on column reporting.contract_awards.provider is 'The provider as KIND/CODE';
comment on column reporting.contract_awards.amount is 'Pounds to be paid in all, as last varied';
comment on column reporting.contract_awards.effectiveness is 'How the award complies with NHS Act 2006 s.14Q';
comment on column reporting.contract_awards.quality is 'How the award complies with NHS Act 2006 s.14R';
comment on column reporting.contract_awards.integration is 'How the award complies with NHS Act 2006 s.14Z1';
comment on column reporting.contract_awards.last_day is 'Last day of a contract that was ended';
comment on column reporting.contract_awards.published_on is 'Day of publication; empty before';
comment on column reporting.contract_awards.status is 'AWARDED, LIVE or ENDED on that day';
comment on column reporting.contract_awards.position is 'Position of the latest event that says so';

create view reporting.bids as
    select b.procurement, n.ccg, b.provider, b.provider_name, b.bid_on, count(e.evaluator) as evaluations,
           round(avg(e.score), 2) as mean_score, greatest(b.set_by, max(e.set_by)) as position
    from projection.procurement_bid_at b
    join projection.procurement_need_at n using (procurement)
    left join projection.procurement_evaluation_at e using (procurement, provider)
    group by b.procurement, n.ccg, b.provider, b.provider_name, b.bid_on, b.set_by;
comment on view reporting.bids is 'What providers offered, and how it was judged. Who judged is not shown.';
comment on column reporting.bids.evaluations is 'How many persons judged the offer';
comment on column reporting.bids.mean_score is 'Mean of their scores';
comment on column reporting.bids.position is 'Position of the latest event that says so';

create view reporting.competition_complaints as
    select c.complaint, c.procurement, c.ccg, coalesce(i.name, r.name) as ccg_name, c.complainant, c.text, c.complained_on,
           coalesce(f.finding, 'OPEN') as status, f.text as finding_text, f.found_on,
           greatest(c.set_by, f.set_by) as position
    from projection.competition_complaint_at c
    left join projection.monitor_finding_at f using (procurement, complaint)
    left join projection.ccg_identity_at i on i.ccg = c.ccg
    left join projection.ccg_reference_at r on r.ccg = c.ccg;
comment on view reporting.competition_complaints is 'Complaints to Monitor about procurements, and what it found.';
comment on column reporting.competition_complaints.complainant is 'Who complained, as KIND/CODE';
comment on column reporting.competition_complaints.status is 'OPEN, NO_BREACH, BREACH or UNDERTAKINGS_ACCEPTED';
comment on column reporting.competition_complaints.position is 'Position of the latest event that says so';

create view reporting.procurements as
    select n.procurement, n.ccg, coalesce(i.name, r.name) as ccg_name, n.function, n.service, n.weakness,
           case
               when c.live > 0 then 'CONTRACT_LIVE'
               when c.awarded > 0 then 'AWARDED'
               when c.contracts > 0 then 'ENDED'
               when e.evaluations > 0 then 'EVALUATED'
               when a.advertised_on is not null then 'ADVERTISED'
               when d.decided_on is not null then 'ROUTE_DECIDED'
               else 'NEED_IDENTIFIED'
           end as status,
           d.route, n.identified_on, d.decided_on as route_decided_on, a.advertised_on, a.url,
           coalesce(b.bids, 0) as bids, coalesce(c.contracts, 0) as contracts, c.amount,
           coalesce(m.complaints, 0) as complaints,
           greatest(n.set_by, d.set_by, a.set_by, b.set_by, e.set_by, c.position, m.position) as position
    from projection.procurement_need_at n
    left join projection.procurement_route_at d using (procurement)
    left join projection.procurement_advertisement_at a using (procurement)
    left join (select procurement, count(*) as bids, max(set_by) as set_by
               from projection.procurement_bid_at group by procurement) b using (procurement)
    left join (select procurement, count(*) as evaluations, max(set_by) as set_by
               from projection.procurement_evaluation_at group by procurement) e using (procurement)
    left join (select procurement, count(*) as contracts, count(*) filter (where status = 'LIVE') as live,
                      count(*) filter (where status = 'AWARDED') as awarded, sum(amount) as amount,
                      max(position) as position
               from reporting.contract_awards group by procurement) c using (procurement)
    left join (select procurement, count(*) as complaints, max(position) as position
               from reporting.competition_complaints group by procurement) m using (procurement)
    left join projection.ccg_identity_at i on i.ccg = n.ccg
    left join projection.ccg_reference_at r on r.ccg = n.ccg;
comment on view reporting.procurements is 'What groups procure, and how far each procurement is.';
comment on column reporting.procurements.weakness is 'What is wanting in the present service';
comment on column reporting.procurements.status is
    'NEED_IDENTIFIED, ROUTE_DECIDED, ADVERTISED, EVALUATED, AWARDED, CONTRACT_LIVE or ENDED on that day';
comment on column reporting.procurements.route is
    'CONTINUE_EXISTING, SINGLE_CAPABLE, NHS_ONLY_COMPETITION, OPEN_COMPETITION or ANY_QUALIFIED_PROVIDER';
comment on column reporting.procurements.amount is 'Pounds to be paid under all its contracts';
comment on column reporting.procurements.position is 'Position of the latest event that says so';

create view reporting.procurement_decisions as
    select d.procurement, n.ccg, coalesce(i.name, r.name) as ccg_name, n.service as title,
           coalesce(n.weakness, d.existing_service, d.no_other_capable) as description,
           case d.route when 'CONTINUE_EXISTING' then 'EXISTING' else 'NEW' end as basis, d.route,
           case when cardinality(d.collaborators) > 0 then 'COLLABORATIVE' else 'CCG' end as procurement_type,
           d.collaborators, d.clinical_lead, d.contract_manager, d.decided_on, d.decision, d.reasons,
           a.process, coalesce(a.committee, d.committee) as committee, a.conflicts_summary,
           coalesce(cardinality(a.rulings), 0) as conflicts, a.rulings as mitigation, a.reasons as justification,
           coalesce(a.provider, d.provider) as provider, a.provider_name, a.registered_office, a.amount as contract_value,
           coalesce(a.own_share, a.amount) as value_to_ccg, a.awarded_on, a.comments,
           greatest(d.set_by, a.set_by) as position
    from projection.procurement_route_at d
    join projection.procurement_need_at n using (procurement)
    left join projection.contract_award_at a using (procurement)
    left join projection.ccg_identity_at i on i.ccg = n.ccg
    left join projection.ccg_reference_at r on r.ccg = n.ccg;
comment on view reporting.procurement_decisions is
    'The register of procurement decisions and of the contracts that were awarded: what was decided, by which committee, and how conflicts of interest were managed.';
comment on column reporting.procurement_decisions.description is 'What was found of the service or of its providers';
comment on column reporting.procurement_decisions.basis is 'EXISTING where the present provider goes on, else NEW';
comment on column reporting.procurement_decisions.procurement_type is 'CCG, or COLLABORATIVE where several groups procure';
comment on column reporting.procurement_decisions.clinical_lead is 'By pseudonym';
comment on column reporting.procurement_decisions.contract_manager is 'By pseudonym';
comment on column reporting.procurement_decisions.decision is 'Title of the minutes of the decision on the route';
comment on column reporting.procurement_decisions.reasons is 'Reasons for the route';
comment on column reporting.procurement_decisions.process is 'How the provider was selected';
comment on column reporting.procurement_decisions.conflicts_summary is 'What is published of the conflicts of interest';
comment on column reporting.procurement_decisions.conflicts is 'How many conflicts of interest were ruled on';
comment on column reporting.procurement_decisions.mitigation is
    'What was ruled on each conflict: NOTE, STAY_NO_VOTE or EXCLUDE';
comment on column reporting.procurement_decisions.justification is 'Reasons for the award';
comment on column reporting.procurement_decisions.provider is 'Who was awarded, or is to go on, as KIND/CODE';
comment on column reporting.procurement_decisions.contract_value is 'Pounds to be paid in all, as awarded';
comment on column reporting.procurement_decisions.value_to_ccg is 'What of it this group pays';
comment on column reporting.procurement_decisions.position is 'Position of the latest event that says so';
