create view reporting.committee_members as
    select a.committee, c.ccg, coalesce(i.name, r.name) as ccg_name, c.kind, c.name as committee_name, a.appointment,
           a.person, a.seat, t.capacities[p.rank] as capacity, a.voting and t.votes[p.rank] as voting,
           a.seat = t.chair_seat as chairs, a.representing, a.eff_from as since, a.term_until as until,
           greatest(a.set_by, t.set_by) as position
    from projection.committee_appointment_at a
    join projection.committee_at c using (committee)
    join projection.committee_terms_at t using (committee)
    join lateral (select array_position(t.seats, a.seat) as rank) p on p.rank is not null
    left join projection.ccg_identity_at i on i.ccg = c.ccg
    left join projection.ccg_reference_at r on r.ccg = c.ccg;
comment on view reporting.committee_members is 'Who sits on the committees of groups, in a seat that the terms have.';
comment on column reporting.committee_members.ccg is 'ODS code of the group';
comment on column reporting.committee_members.person is 'The member, by pseudonym';
comment on column reporting.committee_members.seat is 'The seat, as the terms name it';
comment on column reporting.committee_members.capacity is 'LAY, GENERAL_PRACTITIONER, EXECUTIVE, CLINICIAN or OTHER';
comment on column reporting.committee_members.voting is 'Whether the member may vote, conflicts of interest apart';
comment on column reporting.committee_members.chairs is 'Whether the committee is chaired from the seat';
comment on column reporting.committee_members.representing is 'The body for which the member sits, as KIND/CODE';
comment on column reporting.committee_members.since is 'First day of membership';
comment on column reporting.committee_members.until is 'Last day of membership; empty while it is open';
comment on column reporting.committee_members.position is 'Position of the latest event that says so';

create view reporting.committee_seats as
    select t.committee, c.ccg, s.rank, s.seat, s.capacity, s.places, s.voting,
           (select count(*) from projection.committee_appointment_at a
            where a.committee = t.committee and a.seat = s.seat) as taken,
           t.set_by as position
    from projection.committee_terms_at t
    join projection.committee_at c using (committee)
    cross join lateral unnest(t.seats, t.capacities, t.places, t.votes) with ordinality
        as s (seat, capacity, places, voting, rank);
comment on view reporting.committee_seats is 'The seats that the terms of committees provide.';
comment on column reporting.committee_seats.rank is 'Place in the order of the terms';
comment on column reporting.committee_seats.capacity is 'LAY, GENERAL_PRACTITIONER, EXECUTIVE, CLINICIAN or OTHER';
comment on column reporting.committee_seats.places is 'How many persons may hold the seat at a time';
comment on column reporting.committee_seats.taken is 'How many hold it';
comment on column reporting.committee_seats.position is 'Position of the event that says so';

create view reporting.committees as
    select c.committee, c.ccg, coalesce(i.name, r.name) as ccg_name, c.kind, c.name, c.eff_from as since, t.terms_version,
           t.quorum, t.voting_rule, t.percent, t.casting_vote, t.chair_seat, t.deputy_seat, t.functions, s.voting_places,
           m.members, m.voting_members, m.voting_lay_members, m.voting_practitioners, m.voting_members >= t.quorum as can_be_quorate,
           greatest(c.set_by, t.set_by, m.position) as position
    from projection.committee_at c
    join projection.committee_terms_at t using (committee)
    left join lateral (
        select coalesce(sum(x.places) filter (where x.voting), 0) as voting_places
        from reporting.committee_seats x where x.committee = c.committee) s on true
    left join lateral (
        select count(*) as members, count(*) filter (where x.voting) as voting_members,
               count(*) filter (where x.voting and x.capacity = 'LAY') as voting_lay_members,
               count(*) filter (where x.voting and x.capacity = 'GENERAL_PRACTITIONER') as voting_practitioners,
               max(x.position) as position
        from reporting.committee_members x where x.committee = c.committee) m on true
    left join projection.ccg_identity_at i on i.ccg = c.ccg
    left join projection.ccg_reference_at r on r.ccg = c.ccg;
comment on view reporting.committees is 'Committees of single groups: terms in force, and how many sit on them.';
comment on column reporting.committees.kind is 'AUDIT, REMUNERATION, PCCC, QUALITY, FINANCE or OTHER';
comment on column reporting.committees.since is 'Day on which it was established';
comment on column reporting.committees.quorum is 'How many voting members make a meeting quorate';
comment on column reporting.committees.voting_rule is 'UNANIMITY, MAJORITY or SUPERMAJORITY';
comment on column reporting.committees.percent is 'Share of the votes that a supermajority needs';
comment on column reporting.committees.functions is 'Functions that it may be given';
comment on column reporting.committees.voting_places is 'How many may vote if every seat is taken';
comment on column reporting.committees.voting_practitioners is 'General practitioners among the voting members';
comment on column reporting.committees.can_be_quorate is 'Whether there are as many voting members as a quorum needs';
comment on column reporting.committees.position is 'Position of the latest event that says so';

create view reporting.delegations as
    select d.ccg, coalesce(i.name, r.name) as ccg_name, d.delegation, d.function, d.committee, c.name as committee_name,
           d.office, d.money_limit, d.since, d.set_by as position
    from projection.function_delegation_at d
    left join projection.committee_at c using (committee)
    left join projection.ccg_identity_at i on i.ccg = d.ccg
    left join projection.ccg_reference_at r on r.ccg = d.ccg
    where d.committee is null or c.committee is not null;
comment on view reporting.delegations is 'Who decides on what in the place of a group, and up to what.';
comment on column reporting.delegations.committee is 'The committee that decides, if it is one';
comment on column reporting.delegations.office is 'The office whose holder decides, if it is one';
comment on column reporting.delegations.money_limit is 'The most, in pounds, that one decision may commit; empty if there is no limit';
comment on column reporting.delegations.since is 'Day from which it is delegated';
comment on column reporting.delegations.position is 'Position of the event that says so';

create view reporting.reserved_functions as
    select f.ccg, coalesce(i.name, r.name) as ccg_name, f.function, f.reserved_to, f.since, f.set_by as position
    from projection.function_reservation_at f
    left join projection.ccg_identity_at i on i.ccg = f.ccg
    left join projection.ccg_reference_at r on r.ccg = f.ccg;
comment on view reporting.reserved_functions is 'Functions that groups do not delegate.';
comment on column reporting.reserved_functions.reserved_to is 'MEMBERSHIP or GOVERNING_BODY';
comment on column reporting.reserved_functions.position is 'Position of the event that says so';
