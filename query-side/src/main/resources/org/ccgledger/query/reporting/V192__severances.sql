create view reporting.severance_control as
    select split_part(s.employer, '/', 1) as employer_kind, s.status, count(*) as agreements,
           count(g.severance) as returned_for_gagging_clause, count(w.severance) as returned_for_missing_statement,
           round(avg(d.approved_on - b.submitted_on), 1) as mean_days_to_department,
           round(avg(t.approved_on - d.approved_on), 1) as mean_days_to_treasury,
           greatest(max(s.set_by), max(b.set_by), max(g.set_by), max(w.set_by), max(d.set_by), max(t.set_by)) as position
    from projection.severance_at s
    left join projection.severance_submission_at b using (severance)
    left join projection.severance_return_at g on g.severance = s.severance and g.cause = 'GAGGING_CLAUSE'
    left join projection.severance_return_at w on w.severance = s.severance and w.cause = 'WHISTLEBLOWING_STATEMENT'
    left join projection.severance_approval_at d on d.severance = s.severance and d.approved_by = 'DEPARTMENT'
    left join projection.severance_approval_at t on t.severance = s.severance and t.approved_by = 'TREASURY'
    group by split_part(s.employer, '/', 1), s.status;
comment on view reporting.severance_control is
    'How many agreements on leaving stand where, by the kind of employer, how many were returned, and how long approval took. No agreement is shown by itself.';
comment on column reporting.severance_control.employer_kind is 'CCG, BOARD, PROVIDER or another kind of body';
comment on column reporting.severance_control.status is
    'DRAFT, SUBMITTED, RETURNED, APPROVED_DH, APPROVED_HMT, REFUSED or SIGNED';
comment on column reporting.severance_control.returned_for_gagging_clause is
    'How many of them were ever returned for a clause that prevents disclosures in the public interest';
comment on column reporting.severance_control.returned_for_missing_statement is
    'How many of them were ever returned because the right to disclose was not stated';
comment on column reporting.severance_control.mean_days_to_department is
    'Mean days from the last submission to the approval of the Department of Health';
comment on column reporting.severance_control.mean_days_to_treasury is
    'Mean days from there to the approval of the Treasury';
comment on column reporting.severance_control.position is 'Position of the latest event that says so';
