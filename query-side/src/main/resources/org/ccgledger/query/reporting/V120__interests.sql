create view reporting.interests as
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
        -- A nil declaration stands while nothing that is declared lasts.
        select null, n.ccg, n.person, n.declarant, n.practice, n.decision_making, null, null, null, null, null,
               n.declared_on, null, null, n.set_by
        from projection.nil_declaration_at n
        where not exists (
            select from projection.interest_at i
            join projection.interest_terms_at t using (interest)
            left join projection.interest_end_at e using (interest)
            where i.ccg = n.ccg and i.person = n.person
              and (coalesce(e.interest_until, t.interest_until) is null
                   or coalesce(e.interest_until, t.interest_until) >= (select projection.as_of())))),
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
           d.due_on as was_due_on, d.confirmed_on, d.position
    from shown d where not d.is_withheld
    union all
    -- Of what is withheld the row says nothing but that it is there, and its place tells nothing either.
    select true, null, null, d.ccg, d.ccg_name, 'CCG/' || d.ccg, null, null, null, null, null, null, null,
           null, null, null, null, null, -row_number() over (partition by d.ccg)
    from shown d where d.is_withheld;
comment on view reporting.interests is
    'The public register of interests: those that last and those that ended at most six months before. From 16 June '
    '2017 on it shows of the employees those alone who take or shape decisions.';
comment on column reporting.interests.withheld is
    'Whether an entry is withheld from publication, of which nothing else is shown, whatever day is asked for';
comment on column reporting.interests.nil is 'Whether the person has declared that there is nothing to declare';
comment on column reporting.interests.body is 'The group as KIND/CODE';
comment on column reporting.interests.person is 'The declarant, by pseudonym';
comment on column reporting.interests.declarant is
    'MEMBER, GOVERNING_BODY_MEMBER, COMMITTEE_MEMBER or EMPLOYEE: the position held in the group';
comment on column reporting.interests.practice is 'Practice for which a member declares';
comment on column reporting.interests.category is
    'FINANCIAL, NON_FINANCIAL_PROFESSIONAL or NON_FINANCIAL_PERSONAL';
comment on column reporting.interests.indirect is 'Whether somebody close to the declarant holds it';
comment on column reporting.interests.organisation is 'Body in which the interest lies, as KIND/CODE, where it has a code';
comment on column reporting.interests.interest_from is 'First day of the interest';
comment on column reporting.interests.interest_until is 'Last day of the interest; empty while it lasts';
comment on column reporting.interests.was_due_on is 'Day by which it was to be declared; empty if it was in time';
comment on column reporting.interests.confirmed_on is
    'Day on which somebody else agreed what is done about the risk; empty if nobody has since it was declared or amended';
comment on column reporting.interests.position is 'Position of the event that says so; a negative number for what is withheld';

-- The identifier of a stream may have a colon of its own.
create or replace view reporting.decisions as
    select d.decision_id, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream, d.ccgs as groups,
           d.command, d.actor as decided_by, d.role, d.body, d.on_behalf_of, d.instrument, d.provision, d.delegation,
           d.reasons, d.evidence, d.source, d.rule_set, d.correlation_id,
           (select jsonb_agg(jsonb_build_object('position', e.position, 'id', e.event_id, 'type', e.type,
                                                'schemaVersion', e.schema_version, 'sentence', e.sentence)
                             order by e.position)
            from projection.decision_event e
            where e.decision_id = d.decision_id and e.position <= projection.known_at()) as events,
           '/v1/commands/' || d.decision_id as receipt,
           '/v1/audit/streams/' || regexp_replace(d.stream, ':', '/') as history
    from projection.decision d
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();

create view reporting.interest_registers as
    select coalesce(g.ccg, c.ccg) as ccg, coalesce(n.name, r.name) as ccg_name, g.person as guardian,
           g.appointed_on as guardian_since, c.period_from, c.period_until, c.declarants, c.chased, c.confirmed_on,
           greatest(g.set_by, c.set_by) as position
    from projection.interest_guardian_at g
    full join projection.register_confirmation_at c on c.ccg = g.ccg
    left join projection.ccg_identity_at n on n.ccg = coalesce(g.ccg, c.ccg)
    left join projection.ccg_reference_at r on r.ccg = coalesce(g.ccg, c.ccg);
comment on view reporting.interest_registers is
    'One row a group that has a guardian or has confirmed its register of interests, with the last confirmation.';
comment on column reporting.interest_registers.guardian is 'The conflicts of interest guardian, by pseudonym';
comment on column reporting.interest_registers.declarants is 'How many had ever declared, nil included';
comment on column reporting.interest_registers.chased is 'How many of them were reminded and had not answered';

create view reporting.register_editions as
    select e.ccg, coalesce(n.name, r.name) as ccg_name, e.kind, e.as_at, e.published_on, e.rows, e.sha256,
           e.set_by as position
    from projection.register_edition_at e
    left join projection.ccg_identity_at n on n.ccg = e.ccg
    left join projection.ccg_reference_at r on r.ccg = e.ccg;
comment on view reporting.register_editions is 'One row an edition of a register that was published.';
comment on column reporting.register_editions.as_at is 'Day as at which its rows stand';
comment on column reporting.register_editions.sha256 is
    'SHA-256 of the rows as lines of JSON in their order, each with a line feed; in hexadecimal';
