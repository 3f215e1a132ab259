-- What one event says of several interests it says at one position, so an entry is told by what it is about.

create or replace view reporting.interests as
    with declared as (
        select i.interest, i.ccg, i.person, i.declarant, i.practice, i.decision_making, t.category, t.indirect,
               t.organisation, t.interest_from, coalesce(e.interest_until, t.interest_until) as interest_until,
               i.declared_on, d.due_on, c.confirmed_on, greatest(i.set_by, t.set_by, e.set_by, c.set_by) as position
        from projection.interest_at i
        join projection.interest_terms_at t using (interest)
        left join projection.interest_end_at e using (interest)
        left join projection.interest_delay_at d using (interest)
        left join projection.interest_confirmation_at c using (interest)
        union all
        -- A nil declaration stands while nothing that is declared lasts, and the group does.
        select null, n.ccg, n.person, n.declarant, n.practice, n.decision_making, null, null, null, null, null,
               n.declared_on, null, null, n.set_by
        from projection.nil_declaration_at n
        where not exists (
            select from projection.interest_at i
            join projection.interest_terms_at t using (interest)
            left join projection.interest_end_at e using (interest)
            where i.ccg = n.ccg and i.person = n.person
              and (coalesce(e.interest_until, t.interest_until) is null
                   or coalesce(e.interest_until, t.interest_until) >= (select projection.as_of())))
          and not exists (
            select from projection.ccg_standing_at s
            where s.ccg = n.ccg and s.standing in ('MERGED', 'DISSOLVED', 'ABOLISHED'))),
    shown as (
        select d.*, coalesce(n.name, r.name) as ccg_name,
               d.interest is not null and projection.is_withheld(d.interest) as is_withheld
        from declared d
        left join projection.ccg_identity_at n on n.ccg = d.ccg
        left join projection.ccg_reference_at r on r.ccg = d.ccg
        where (d.interest_until is null or d.interest_until + interval '6 months' >= (select projection.as_of()))
          and (d.decision_making or d.declarant <> 'EMPLOYEE' or (select projection.as_of()) < date '2017-06-16'))
    select false as withheld, d.interest is null as nil, d.interest, d.ccg, d.ccg_name, 'CCG/' || d.ccg as body,
           d.person, d.declarant, d.practice, d.category, d.indirect, d.organisation, d.interest_from, d.interest_until,
           d.interest_until is null or d.interest_until >= (select projection.as_of()) as live, d.declared_on,
           d.due_on as was_due_on, d.confirmed_on, d.position, coalesce(d.interest, 'nil:' || d.person) as entry
    from shown d where not d.is_withheld
    union all
    -- Of what is withheld the row says nothing but that it is there, and its place tells nothing either.
    select true, null, null, d.ccg, d.ccg_name, 'CCG/' || d.ccg, null, null, null, null, null, null, null,
           null, null, null, null, null, -row_number() over (partition by d.ccg),
           'withheld:' || row_number() over (partition by d.ccg)
    from shown d where d.is_withheld;
comment on column reporting.interests.nil is
    'Whether the person has declared that there is nothing to declare; it does not outlast the group';
comment on column reporting.interests.entry is
    'What tells the entries of a group apart: the interest, nil: with the person who has nothing to declare, or withheld: with a number that says nothing else';
