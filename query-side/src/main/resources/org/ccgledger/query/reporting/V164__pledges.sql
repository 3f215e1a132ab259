create view reporting.pledge_evidence as
    select e.pledge, e.stream, e.version, e.bearing, e.reasons,
           '/v1/audit/streams/' || replace(e.stream, ':', '/') || '?version=' || e.version as entry, e.set_by as position
    from projection.pledge_evidence_at e;
comment on view reporting.pledge_evidence is 'Entries of the ledger that bear on pledges.';
comment on column reporting.pledge_evidence.bearing is 'SUPPORTS or CONTRADICTS';
comment on column reporting.pledge_evidence.reasons is 'Why it bears on the pledge';
comment on column reporting.pledge_evidence.entry is 'Where the entry is read';
comment on column reporting.pledge_evidence.position is 'Position of the event that says so';

create view reporting.pledges as
    select p.pledge, p.made_by, p.made_on, p.subject, p.promise, p.citation, p.standing, e.supporting, e.contradicting,
           greatest(p.set_by, e.position) as position
    from projection.pledge_at p
    left join lateral (
        select count(*) filter (where x.bearing = 'SUPPORTS') as supporting,
               count(*) filter (where x.bearing = 'CONTRADICTS') as contradicting, max(x.set_by) as position
        from projection.pledge_evidence_at x where x.pledge = p.pledge) e on true;
comment on view reporting.pledges is 'Promises that were made to groups, and how much of the ledger bears on each.';
comment on column reporting.pledges.made_by is 'The body that made it, as KIND/CODE';
comment on column reporting.pledges.promise is 'The promise, in its maker''s words';
comment on column reporting.pledges.standing is 'How well it is known: STATED, DERIVED, ASSUMED or SYNTHETIC';
comment on column reporting.pledges.supporting is 'Entries that bear it out';
comment on column reporting.pledges.contradicting is 'Entries that go against it';
comment on column reporting.pledges.position is 'Position of the latest event that says so';
