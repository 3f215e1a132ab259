create view reporting.gifts as
    select g.gift, g.ccg, coalesce(n.name, r.name) as ccg_name, 'CCG/' || g.ccg as body, g.person, g.declarant,
           g.offered_on, g.received_on, g.kind, g.value, g.offeror,
           (select count(*) from projection.gift_at p
            where p.person = g.person and p.ccg = g.ccg and p.offeror = g.offeror
              and p.offered_on < g.offered_on) as previous_offers,
           g.accepted, g.approver, g.declared_on, g.set_by as position
    from projection.gift_at g
    left join projection.ccg_identity_at n on n.ccg = g.ccg
    left join projection.ccg_reference_at r on r.ccg = g.ccg;
comment on view reporting.gifts is 'The register of gifts and hospitality, whether accepted or declined.';
comment on column reporting.gifts.person is 'The declarant, by pseudonym';
comment on column reporting.gifts.declarant is
    'MEMBER, GOVERNING_BODY_MEMBER, COMMITTEE_MEMBER or EMPLOYEE: the position held in the group';
comment on column reporting.gifts.kind is 'GIFT, SUPPLIER_GIFT (a promotional aid of low cost) or HOSPITALITY';
comment on column reporting.gifts.value is 'Estimated value in pounds';
comment on column reporting.gifts.offeror is 'Who offered it, as KIND/CODE, where it has a code';
comment on column reporting.gifts.previous_offers is 'Earlier offers of the same offeror to the same person';
comment on column reporting.gifts.approver is 'Who agreed that it was accepted, by pseudonym';
comment on column reporting.gifts.position is 'Position of the event that says so';

create view reporting.breaches as
    select p.breach, p.ccg, coalesce(n.name, r.name) as ccg_name, 'CCG/' || p.ccg as body, b.reported_on, p.published_on,
           p.summary, p.set_by as position
    from projection.breach_publication_at p
    left join projection.breach_report_at b using (breach)
    left join projection.ccg_identity_at n on n.ccg = p.ccg
    left join projection.ccg_reference_at r on r.ccg = p.ccg;
comment on view reporting.breaches is
    'Breaches of the rules on conflicts of interest that are closed and published, without naming anybody.';
comment on column reporting.breaches.summary is 'What the public is told';
comment on column reporting.breaches.position is 'Position of the event that says so';
