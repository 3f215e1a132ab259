create view reporting.pressure_reports as
    select p.pressure, p.ccg, coalesce(i.name, r.name) as ccg_name, p.pressed_by, p.joint_committee, p.subject, p.narrative,
           coalesce(d.decision, 'RAISED') as status, p.reported_on, d.resolved_on, d.reasons,
           greatest(p.set_by, d.set_by) as position
    from projection.pressure_report_at p
    left join projection.pressure_resolution_at d using (pressure)
    left join projection.ccg_identity_at i on i.ccg = p.ccg
    left join projection.ccg_reference_at r on r.ccg = p.ccg;
comment on view reporting.pressure_reports is 'Pressure that groups reported, and what they did about it.';
comment on column reporting.pressure_reports.pressed_by is 'The body from which it came, as KIND/CODE';
comment on column reporting.pressure_reports.status is 'RAISED, RESISTED or ACCEPTED_FREELY';
comment on column reporting.pressure_reports.reasons is 'Reasons of the group for what it did';
comment on column reporting.pressure_reports.position is 'Position of the latest event that says so';
