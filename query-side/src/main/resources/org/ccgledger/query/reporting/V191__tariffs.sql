create view reporting.tariff_variations as
    select t.variation, t.ccg, coalesce(i.name, r.name) as ccg_name, t.provider, t.service, t.kind, t.change, t.purpose,
           t.reasons, t.starts_on, t.ends_on,
           case
               when p.published_on is not null and t.ends_on < projection.as_of() then 'ENDED'
               when p.published_on is not null and t.starts_on <= projection.as_of() then 'IN_FORCE'
               when p.published_on is not null then 'PUBLISHED'
               when m.approved then 'APPROVED'
               when not m.approved then 'REFUSED'
               when a.agreed_on is not null then 'AGREED'
               else 'PROPOSED'
           end as status,
           t.proposed_on, a.agreed_on, case when m.approved then m.decided_on end as approved_on, p.published_on,
           p.submitted_on, p.statement, p.uri as published_at,
           case when p.published_on is null or p.published_on > o.due_on then o.due_on end as publication_was_due_on,
           greatest(t.set_by, a.set_by, m.set_by, p.set_by, o.set_by) as position
    from projection.tariff_variation_at t
    left join projection.tariff_agreement_at a using (variation)
    left join projection.tariff_approval_at m using (variation)
    left join projection.tariff_publication_at p using (variation)
    left join projection.tariff_overdue_at o using (variation)
    left join projection.ccg_identity_at i on i.ccg = t.ccg
    left join projection.ccg_reference_at r on r.ccg = t.ccg;
comment on view reporting.tariff_variations is 'Local changes of the national tariff, and how far each is.';
comment on column reporting.tariff_variations.provider is 'The provider as KIND/CODE';
comment on column reporting.tariff_variations.kind is 'VARIATION, or MODIFICATION, which Monitor approves';
comment on column reporting.tariff_variations.purpose is 'INTEGRATION, SERVICE_REDESIGN or OTHER';
comment on column reporting.tariff_variations.reasons is 'Why it is in the interest of patients';
comment on column reporting.tariff_variations.status is
    'PROPOSED, AGREED, APPROVED, REFUSED, PUBLISHED, IN_FORCE or ENDED on that day';
comment on column reporting.tariff_variations.submitted_on is 'Day on which Monitor was sent the statement';
comment on column reporting.tariff_variations.publication_was_due_on is
    'Last day for publication, where it passed without a statement';
comment on column reporting.tariff_variations.position is 'Position of the latest event that says so';
