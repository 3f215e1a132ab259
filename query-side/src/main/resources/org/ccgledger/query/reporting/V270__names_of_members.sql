-- The name of a member is looked up by its code instead of comparing it with that of every group.

create or replace view reporting.joint_committee_members as
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
    left join projection.ccg_identity_at i on i.ccg = substring(m.member from '^CCG/(.*)$')
    left join projection.ccg_reference_at r on r.ccg = substring(m.member from '^CCG/(.*)$');
