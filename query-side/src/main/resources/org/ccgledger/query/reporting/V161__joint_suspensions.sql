drop view reporting.joint_committees;
drop view reporting.joint_committee_members;

create view reporting.joint_committee_members as
    select m.joint_committee, m.member, coalesce(i.name, r.name) as ccg_name, case when s.since is not null then 'SUSPENDED' else m.standing end as standing,
           m.since, t.terms_version,
           n.leaves_on, s.since as suspended_since, s.functions as functions_taken,
           coalesce((select array_agg(x.matter order by x.matter) from projection.joint_reservation_at x
                     where x.joint_committee = m.joint_committee and x.member = m.member), '{}') as reserved_matters,
           greatest(m.set_by, t.set_by, n.set_by, s.set_by) as position
    from projection.joint_member_at m
    left join projection.joint_member_terms_at t using (joint_committee, member)
    left join projection.joint_member_notice_at n using (joint_committee, member)
    left join projection.joint_suspension_at s on s.joint_committee = m.joint_committee and s.member = m.member
        and m.standing in ('ACTIVE', 'NOTICE_GIVEN')
    left join projection.ccg_identity_at i on m.member = 'CCG/' || i.ccg
    left join projection.ccg_reference_at r on m.member = 'CCG/' || r.ccg;
comment on view reporting.joint_committee_members is 'Bodies that were invited to joint committees or belong to them.';
comment on column reporting.joint_committee_members.standing is
    'INVITED, AGREED or DECLINED; then ACTIVE, SUSPENDED, NOTICE_GIVEN, WITHDRAWN or ENDED with the committee';
comment on column reporting.joint_committee_members.since is 'Day from which it stands so';
comment on column reporting.joint_committee_members.terms_version is 'Version of the terms to which it agreed itself';
comment on column reporting.joint_committee_members.leaves_on is 'First day on which it is no longer a member';
comment on column reporting.joint_committee_members.reserved_matters is 'Matters that it keeps to itself';
comment on column reporting.joint_committee_members.position is 'Position of the latest event that says so';
comment on column reporting.joint_committee_members.suspended_since is 'Day from which it takes no part, while that lasts';
comment on column reporting.joint_committee_members.functions_taken is 'Functions in scope that a direction has taken from it';

create view reporting.joint_committees as
    select c.joint_committee, c.name, c.power, s.status, s.since, s.cause, c.proposed_by, b.members, b.declined,
           t.functions, t.terms_version, t.voting_rule, t.percent, t.majority_may_bind, t.quorum, t.notice_days, t.chair_rule,
           t.reserved_matters, t.dispute_route, t.liability, t.cost_sharing,
           v.terms_version as variation_version, coalesce(a.agreed, '{}') as variation_agreed_by,
           coalesce(b.notices_running, 0) as notices_running, b.next_departure, b.suspended,
           greatest(c.set_by, s.set_by, t.set_by, v.set_by, b.set_by) as position
    from projection.joint_committee_at c
    join projection.joint_committee_status_at s using (joint_committee)
    join lateral (
        select y.* from (
            select 1 as rank, p.* from projection.joint_terms_proposal_at p
            where s.status = 'PROPOSED' and p.joint_committee = c.joint_committee
            union all
            select 2 as rank, q.* from projection.joint_terms_at q where q.joint_committee = c.joint_committee) y
        order by y.rank limit 1) t on true
    left join projection.joint_terms_proposal_at v on v.joint_committee = c.joint_committee and s.status = 'FORMED'
    left join (
        select g.joint_committee, g.terms_version, array_agg(g.member order by g.member) as agreed
        from projection.joint_terms_agreement_at g group by g.joint_committee, g.terms_version) a
        on a.joint_committee = v.joint_committee and a.terms_version = v.terms_version
    left join lateral (
        select coalesce(array_agg(m.member order by m.member)
                            filter (where m.standing in ('INVITED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'NOTICE_GIVEN')), '{}') as members,
               coalesce(array_agg(m.member order by m.member) filter (where m.standing = 'DECLINED'), '{}') as declined,
               coalesce(array_agg(m.member order by m.member) filter (where m.standing = 'SUSPENDED'), '{}') as suspended,
               count(m.leaves_on) as notices_running, min(m.leaves_on) as next_departure, max(m.position) as set_by
        from reporting.joint_committee_members m where m.joint_committee = c.joint_committee) b on true;
comment on view reporting.joint_committees is
    'Joint committees, proposed ones among them: members, functions, terms, and notices that are running.';
comment on column reporting.joint_committees.power is 'S14Z3, S14Z9 or S13Z of the NHS Act 2006';
comment on column reporting.joint_committees.status is 'PROPOSED, FORMED or DISSOLVED';
comment on column reporting.joint_committees.since is 'Day from which it stands so';
comment on column reporting.joint_committees.cause is 'Why it was dissolved: TOO_FEW_MEMBERS or AGREED';
comment on column reporting.joint_committees.members is 'Members; before it is formed, those who were invited and have not declined';
comment on column reporting.joint_committees.declined is 'Bodies that declined to join';
comment on column reporting.joint_committees.terms_version is 'Version of the terms in effect; before it is formed, as proposed now';
comment on column reporting.joint_committees.voting_rule is 'UNANIMITY, MAJORITY, SUPERMAJORITY or CONSENSUS_THEN_VOTE';
comment on column reporting.joint_committees.percent is 'Share of the votes that a supermajority needs';
comment on column reporting.joint_committees.majority_may_bind is 'Whether a decision binds a member that voted against it';
comment on column reporting.joint_committees.variation_version is 'Version that is proposed and not yet in effect';
comment on column reporting.joint_committees.variation_agreed_by is 'Members that have agreed to that version';
comment on column reporting.joint_committees.notices_running is 'Members that have given notice';
comment on column reporting.joint_committees.next_departure is 'Day on which the next member leaves';
comment on column reporting.joint_committees.position is 'Position of the latest event that says so';
comment on column reporting.joint_committees.suspended is 'Members that take no part for the time being';

create view reporting.converted_committees as
    select v.joint_committee, v.committee, v.ccg, coalesce(i.name, r.name) as ccg_name, v.since, v.set_by as position
    from projection.joint_conversion_at v
    left join projection.ccg_identity_at i on i.ccg = v.ccg
    left join projection.ccg_reference_at r on r.ccg = v.ccg;
comment on view reporting.converted_committees is 'Committees in common that gave way to joint committees.';
comment on column reporting.converted_committees.committee is 'The committee of one group that gave way';
comment on column reporting.converted_committees.since is 'Day from which the joint committee has its place';
comment on column reporting.converted_committees.position is 'Position of the event that says so';
