create view reporting.held as
    select h.person, h.kind, h.ccg, coalesce(i.name, r.name) as ccg_name, h.what, h.holding, h.since, h.until, h.position
    from (
        select o.person, 'OFFICE' as kind, o.ccg, 'ACCOUNTABLE_OFFICER' as what, null::text as holding,
               o.eff_from as since, null::date as until, o.set_by as position
        from projection.ccg_officer_at o
        union all
        select g.person, 'OFFICE', g.ccg, 'CONFLICTS_GUARDIAN', null, g.appointed_on, null, g.set_by
        from projection.interest_guardian_at g
        union all
        select s.person, 'GOVERNING_BODY', s.ccg, s.seat, s.appointment, s.eff_from, s.term_until, s.set_by
        from projection.governing_body_seat_at s
        union all
        select m.person, 'COMMITTEE', m.ccg, m.committee || ' ' || m.seat, m.appointment, m.since, m.until, m.position
        from reporting.committee_members m
        union all
        select n.person, 'INTEREST', n.ccg, n.category, n.interest, n.interest_from, n.interest_until, n.position
        from reporting.interests n
        where n.live and not n.withheld and not n.nil) h
    left join projection.ccg_identity_at i on i.ccg = h.ccg
    left join projection.ccg_reference_at r on r.ccg = h.ccg
    where h.person is not null;
comment on view reporting.held is 'What persons held: offices, seats on governing bodies and committees, live interests.';
comment on column reporting.held.person is 'The person, by pseudonym';
comment on column reporting.held.kind is 'OFFICE, GOVERNING_BODY, COMMITTEE or INTEREST';
comment on column reporting.held.what is 'The office or seat, or the category of the interest';
comment on column reporting.held.holding is 'The appointment or interest, if it has an id';
comment on column reporting.held.since is 'First day on which it was held';
comment on column reporting.held.until is 'Last day, if it is known to have one';
comment on column reporting.held.position is 'Position of the latest event that says so';
