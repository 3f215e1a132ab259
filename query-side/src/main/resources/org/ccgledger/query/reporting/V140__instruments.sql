create view reporting.instruments as
    select i.instrument, i.title, i.parent_act, i.procedure, i.powers,
           case
               when v.revoked_from <= projection.as_of() then 'REVOKED'
               when m.in_force_on <= projection.as_of() then 'IN_FORCE'
               when m.made_on is not null then 'MADE'
               when 'REJECTED' in (c.resolution, l.resolution) then 'REJECTED'
               when c.resolution = 'APPROVED' and l.resolution = 'APPROVED' then 'APPROVED'
               when c.resolution = 'APPROVED' then 'APPROVED_BY_COMMONS'
               when l.resolution = 'APPROVED' then 'APPROVED_BY_LORDS'
               when s.reported_on is not null then 'SCRUTINISED'
               else 'LAID'
           end as status,
           i.laid_on, s.reported_on as scrutinised_on,
           c.resolution as commons, c.resolved_on as commons_on, dc.ayes as commons_ayes, dc.noes as commons_noes,
           dc.majority as commons_majority,
           l.resolution as lords, l.resolved_on as lords_on, dl.ayes as lords_ayes, dl.noes as lords_noes,
           dl.majority as lords_majority,
           m.si_number, m.made_on, m.in_force_on as in_force_from, v.revoked_from - 1 as in_force_until, v.revoked_by,
           greatest(i.set_by, s.set_by, c.set_by, l.set_by, m.set_by, v.set_by) as position
    from projection.instrument_at i
    left join (select instrument, max(reported_on) as reported_on, max(set_by) as set_by
               from projection.instrument_scrutiny_at group by instrument) s using (instrument)
    left join projection.instrument_resolution_at c on c.instrument = i.instrument and c.house = 'COMMONS'
    left join projection.instrument_resolution_at l on l.instrument = i.instrument and l.house = 'LORDS'
    left join projection.instrument_division_at dc on dc.instrument = i.instrument and dc.house = 'COMMONS'
    left join projection.instrument_division_at dl on dl.instrument = i.instrument and dl.house = 'LORDS'
    left join projection.instrument_making_at m on m.instrument = i.instrument
    left join projection.instrument_revocation_at v on v.instrument = i.instrument;
comment on view reporting.instruments is
    'Instruments that had been laid, with what the Houses did, how they divided, and when each is in force.';
comment on column reporting.instruments.powers is 'Powers that it gives while in force, as section and manner';
comment on column reporting.instruments.status is
    'LAID, SCRUTINISED, APPROVED_BY_COMMONS, APPROVED_BY_LORDS, APPROVED, REJECTED, MADE, IN_FORCE or REVOKED on that day';
comment on column reporting.instruments.scrutinised_on is 'Day of the latest committee report';
comment on column reporting.instruments.commons is 'APPROVED or REJECTED; empty before the House resolved';
comment on column reporting.instruments.commons_ayes is 'Ayes in the division; empty where there was none';
comment on column reporting.instruments.commons_majority is 'Ayes less noes';
comment on column reporting.instruments.in_force_from is 'First day of force';
comment on column reporting.instruments.in_force_until is 'Last day of force; empty while open';
comment on column reporting.instruments.revoked_by is 'Number of the instrument that revokes it';
comment on column reporting.instruments.position is 'Position of the latest event that says so';

create view reporting.divisions as
    select d.instrument, i.title, d.house, d.divided_on, d.ayes, d.noes, d.majority, r.resolution, d.set_by as position
    from projection.instrument_division_at d
    left join projection.instrument_at i using (instrument)
    left join projection.instrument_resolution_at r using (instrument, house);
comment on view reporting.divisions is 'Divisions of the Houses on instruments.';
comment on column reporting.divisions.majority is 'Ayes less noes';
comment on column reporting.divisions.resolution is 'APPROVED or REJECTED';
comment on column reporting.divisions.position is 'Position of the event that says so';
