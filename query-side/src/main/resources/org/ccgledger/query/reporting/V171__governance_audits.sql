create view reporting.governance_audit_findings as
    select f.audit, a.ccg, f.finding, f.text, f.severity, f.due, c.closed_on,
           c.closed_on is null and f.due < (select projection.as_of()) as overdue,
           greatest(f.set_by, c.set_by) as position
    from projection.governance_audit_finding_at f
    join projection.governance_audit_at a using (audit)
    left join projection.governance_audit_closure_at c using (audit, finding);
comment on view reporting.governance_audit_findings is 'What audits of governance found wanting, and whether it was put right.';
comment on column reporting.governance_audit_findings.finding is 'Number within the audit';
comment on column reporting.governance_audit_findings.severity is 'LOW, MEDIUM or HIGH';
comment on column reporting.governance_audit_findings.due is 'Day by which it is to be put right';
comment on column reporting.governance_audit_findings.closed_on is 'Day on which the auditor found it put right';
comment on column reporting.governance_audit_findings.overdue is 'Whether it is open after that day';
comment on column reporting.governance_audit_findings.position is 'Position of the latest event that says so';

create view reporting.governance_audits as
    select a.audit, a.ccg, coalesce(i.name, r.name) as ccg_name, coalesce(t.region, r.region) as region, a.scope, a.auditor,
           case when p.audit is null then 'COMMISSIONED'
                when (select projection.as_of()) > (p.reported_on + interval '12 months')::date then 'EXPIRED'
                when p.result = 'PASS_WITH_ACTIONS' and f.open = 0 then 'ACTIONS_CLOSED'
                else 'REPORTED' end as status,
           a.commissioned_on, p.reported_on, p.result, coalesce(f.findings, 0) as findings,
           coalesce(f.open, 0) as open_findings, coalesce(f.overdue, 0) as overdue, f.next_due,
           (p.reported_on + interval '12 months')::date as expires_on,
           p.audit is not null and row_number() over (
               partition by a.ccg order by p.reported_on desc nulls last, p.set_by desc) = 1 as latest,
           greatest(a.set_by, p.set_by, f.set_by) as position
    from projection.governance_audit_at a
    left join projection.governance_audit_report_at p using (audit)
    left join (
        select x.audit, count(*) as findings, count(*) filter (where x.closed_on is null) as open,
               count(*) filter (where x.overdue) as overdue,
               min(x.due) filter (where x.closed_on is null) as next_due, max(x.position) as set_by
        from reporting.governance_audit_findings x group by x.audit) f using (audit)
    left join projection.ccg_identity_at i on i.ccg = a.ccg
    left join projection.ccg_reference_at r on r.ccg = a.ccg
    left join projection.area_team t on t.code = i.area_team;
comment on view reporting.governance_audits is 'Audits of how groups govern themselves, and what they leave to do.';
comment on column reporting.governance_audits.status is 'COMMISSIONED, REPORTED, ACTIONS_CLOSED or EXPIRED';
comment on column reporting.governance_audits.result is 'PASS, PASS_WITH_ACTIONS or FAIL';
comment on column reporting.governance_audits.open_findings is 'Findings that are not put right';
comment on column reporting.governance_audits.overdue is 'of which the day has passed';
comment on column reporting.governance_audits.next_due is 'Day by which the next of them is to be put right';
comment on column reporting.governance_audits.expires_on is 'Last day on which a delegation may rest on it';
comment on column reporting.governance_audits.latest is 'Whether it is the last that was reported for the group';
comment on column reporting.governance_audits.position is 'Position of the latest event that says so';
