comment on column reporting.ccgs.status is
    'RESERVED (an imported code), PROPOSED, AUTHORISED, ESTABLISHED, OPERATIONAL (established, from 1 April 2013), WITHDRAWN, LAPSED, COMBINED, REFUSED, MERGED, DISSOLVED or ABOLISHED';

comment on column reporting.joint_committee_members.standing is
    'INVITED, AGREED or DECLINED; then ACTIVE, SUSPENDED, NOTICE_GIVEN, WITHDRAWN, SUCCEEDED by a group that took its place, or ENDED with the committee';

create view reporting.successions as
    with edges as (
        select s.predecessor, s.successor, s.cause, null::text as function, null::numeric as share, s.effective_on,
               s.set_by
        from projection.succession_at s
        union all
        select 'PCT/' || l.pct, l.receiver, 'TRANSFERRED', l.holding, l.share, l.transfers_on, l.position
        from reporting.transfer_lines l
        where l.kind in ('FUNCTION', 'PUBLIC_HEALTH_FUNCTION') and l.in_effect)
    select s.predecessor, coalesce(pi.name, pr.name, p.name) as predecessor_name, s.successor,
           coalesce(si.name, sr.name) as successor_name, s.cause, s.function, s.share, s.effective_on,
           s.set_by as position
    from edges s
    left join projection.predecessor_at p on 'PCT/' || p.pct = s.predecessor
    left join projection.ccg_identity_at pi on 'CCG/' || pi.ccg = s.predecessor
    left join projection.ccg_reference_at pr on 'CCG/' || pr.ccg = s.predecessor
    left join projection.ccg_identity_at si on 'CCG/' || si.ccg = s.successor
    left join projection.ccg_reference_at sr on 'CCG/' || sr.ccg = s.successor;
comment on view reporting.successions is
    'The graph of succession: which body took the place of which, from which day. A body that appears as no predecessor is the current one.';
comment on column reporting.successions.predecessor is 'Body that ceased to exist, as KIND/CODE';
comment on column reporting.successions.successor is 'Body that took its place, as KIND/CODE';
comment on column reporting.successions.cause is
    'MERGED, DISSOLVED or ABOLISHED of groups; TRANSFERRED of the functions of primary care trusts';
comment on column reporting.successions.function is 'Function that the successor took over of a primary care trust; empty where it took the body''s whole place';
comment on column reporting.successions.share is 'Per cent of that function';
comment on column reporting.successions.effective_on is 'First day on which it did';
comment on column reporting.successions.position is 'Position of the event that says so';

create view reporting.settlements as
    select s.ccg, coalesce(i.name, r.name) as ccg_name, s.kind, s.matter, s.successor,
           case when s.successor is null then 'ENDED' else 'PASSED' end as outcome, s.settled_on, s.set_by as position
    from projection.settlement_at s
    left join projection.ccg_identity_at i on i.ccg = s.ccg
    left join projection.ccg_reference_at r on r.ccg = s.ccg
    where s.kind <> 'DECLARATIONS';
comment on view reporting.settlements is
    'What became of everything that was open when groups ceased to exist; what persons had declared is not shown.';
comment on column reporting.settlements.ccg is 'ODS code of the group that ceased';
comment on column reporting.settlements.kind is
    'CONDITION, DIRECTION, PRACTICE, JOINT_MEMBERSHIP, CO_COMMISSIONING or PROCUREMENT';
comment on column reporting.settlements.matter is 'The thing, by the id that its kind has';
comment on column reporting.settlements.successor is 'Body to which it passed, as KIND/CODE; empty where it ended';
comment on column reporting.settlements.outcome is 'PASSED or ENDED';
comment on column reporting.settlements.position is 'Position of the event that says so';

create view reporting.mergers as
    select m.merger, m.name, m.ccgs, coalesce(a.applied, '{}') as applied, s.status, s.since, s.takes_effect_on,
           s.reasons, s.successor, m.constitution, m.permits, greatest(m.set_by, s.set_by, a.set_by) as position
    from projection.merger_at m
    join projection.merger_status_at s using (merger)
    left join (select merger, array_agg(ccg order by ccg) as applied, max(set_by) as set_by
               from projection.merger_application_at group by merger) a using (merger);
comment on view reporting.mergers is 'Applications of groups to merge, and what was decided on them.';
comment on column reporting.mergers.name is 'Name of the group that takes their place';
comment on column reporting.mergers.ccgs is 'Groups that are to merge, or have';
comment on column reporting.mergers.applied is 'of which these have applied themselves';
comment on column reporting.mergers.status is 'APPLIED, APPROVED, REFUSED or COMPLETED';
comment on column reporting.mergers.since is 'Day from which the status holds';
comment on column reporting.mergers.takes_effect_on is 'Day on which the approved merger takes effect';
comment on column reporting.mergers.reasons is 'Why it was decided so';
comment on column reporting.mergers.successor is 'ODS code of the group that took their place';
comment on column reporting.mergers.permits is 'What its constitution lets that group do';
comment on column reporting.mergers.position is 'Position of the latest event that says so';

create view reporting.merger_factors as
    select merger, ccg, factor, text, set_by as position from projection.merger_factor_at;
comment on view reporting.merger_factors is 'What each group said on each factor of SI 2012/1631 Schedule 1.';
comment on column reporting.merger_factors.position is 'Position of the event that says so';
