create view reporting.governing_body_members as
    select s.ccg, coalesce(i.name, r.name) as ccg_name, s.seat, s.person, s.appointment, s.eff_from as since,
           s.term_until as until, s.set_by as position
    from projection.governing_body_seat_at s
    left join projection.ccg_identity_at i on i.ccg = s.ccg
    left join projection.ccg_reference_at r on r.ccg = s.ccg;
comment on view reporting.governing_body_members is 'Who sits on the governing bodies of groups; somebody with two seats twice.';
comment on column reporting.governing_body_members.ccg is 'ODS code of the group';
comment on column reporting.governing_body_members.seat is 'CHAIR, DEPUTY_CHAIR, LAY_AUDIT and so on';
comment on column reporting.governing_body_members.person is 'The member, by pseudonym';
comment on column reporting.governing_body_members.since is 'First day in office';
comment on column reporting.governing_body_members.until is 'Last day in office; empty while it is open';
comment on column reporting.governing_body_members.position is 'Position of the event that says so';

create view reporting.governing_bodies as
    with held as (
        select ccg, count(distinct person) as members, array_agg(distinct seat order by seat) as seats, max(set_by) as position
        from projection.governing_body_seat_at group by ccg),
    required as (
        select requirement, met_by from (values
            (1, 'CHAIR', array['CHAIR']), (1, 'DEPUTY_CHAIR', array['DEPUTY_CHAIR']),
            (1, 'ACCOUNTABLE_OFFICER', array['ACCOUNTABLE_OFFICER']),
            (1, 'CHIEF_FINANCE_OFFICER', array['CHIEF_FINANCE_OFFICER']),
            (2, 'REGISTERED_NURSE', array['REGISTERED_NURSE']),
            (2, 'SECONDARY_CARE_SPECIALIST', array['SECONDARY_CARE_SPECIALIST']),
            (2, 'LAY_MEMBER_FOR_AUDIT', array['LAY_AUDIT']), (2, 'LAY_MEMBER_FOR_THE_AREA', array['LAY_AREA']),
            (3, 'NURSE_OR_SPECIALIST', array['REGISTERED_NURSE', 'SECONDARY_CARE_SPECIALIST']),
            (3, 'LAY_MEMBER', array['LAY_AUDIT', 'LAY_AREA', 'LAY_OTHER'])) as rule (version, requirement, met_by)
        where version = 1 or version = case when projection.as_of() < date '2022-04-14' then 2 else 3 end)
    select h.ccg, coalesce(i.name, r.name) as ccg_name, h.members,
           array(select 'SIX_MEMBERS' where projection.as_of() < date '2022-04-14' and h.members < 6
                 union all select 'FOUR_MEMBERS' where projection.as_of() >= date '2022-04-14' and h.members < 4
                 union all select q.requirement from required q where not q.met_by && h.seats
                 order by 1) as missing,
           h.position
    from held h
    left join projection.ccg_identity_at i on i.ccg = h.ccg
    left join projection.ccg_reference_at r on r.ccg = h.ccg;
comment on view reporting.governing_bodies is
    'Governing bodies with what SI 2012/1631 reg 11 requires of them on the day, and they lack.';
comment on column reporting.governing_bodies.ccg is 'ODS code of the group';
comment on column reporting.governing_bodies.members is 'Persons in office';
comment on column reporting.governing_bodies.missing is 'What is required on the day and not met; empty where the body is complete';
comment on column reporting.governing_bodies.position is 'Position of the last event that says so';
