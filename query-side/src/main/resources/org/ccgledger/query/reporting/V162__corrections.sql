create view reporting.corrections as
    select c.correction, c.stream, c.version, c.ccg, c.field, c.wrong_value, c.right_value, c.reasons, c.citation,
           c.corrected_on, '/v1/audit/streams/' || replace(c.stream, ':', '/') || '?version=' || c.version as entry,
           c.set_by as position
    from projection.record_correction_at c;
comment on view reporting.corrections is 'What entries of the ledger should have said; they stay as they are.';
comment on column reporting.corrections.stream is 'Stream of the entry that is corrected';
comment on column reporting.corrections.version is 'Version that the stream had with the entry';
comment on column reporting.corrections.ccg is 'The group that corrected an entry of its own';
comment on column reporting.corrections.citation is 'Where it is known from';
comment on column reporting.corrections.entry is 'Where the entry is read';
comment on column reporting.corrections.position is 'Position of the correction';

create view reporting.late_and_corrected as
    select 'CORRECTED' as kind, c.stream, c.correction as subject, c.corrected_on as effective_on, null::int as days_late,
           c.set_by as position
    from projection.record_correction_at c
    union all
    select 'DECLARED_LATE', 'interests:' || i.person || ':CCG-' || i.ccg, i.interest, i.declared_on, i.declared_on - d.due_on,
           d.set_by
    from projection.interest_delay_at d join projection.interest_at i using (interest)
    where not projection.is_withheld(i.interest)
    union all
    select 'TAINTED', 'meeting:' || t.meeting, t.item, t.tainted_on, null, t.set_by
    from projection.meeting_taint_at t
    union all
    select 'RECORDED_LATE', e.stream, e.type, e.effective_on, (e.recorded_at at time zone 'Europe/London')::date - e.effective_on,
           e.position
    from reporting.audit_events e
    where (e.recorded_at at time zone 'Europe/London')::date > e.effective_on
      and e.effective_on <= (select projection.as_of());
comment on view reporting.late_and_corrected is
    'What was corrected, declared after it was due, recorded after the day from which it counts, or voted on over an interest that became known later.';
comment on column reporting.late_and_corrected.kind is 'CORRECTED, DECLARED_LATE, TAINTED or RECORDED_LATE';
comment on column reporting.late_and_corrected.subject is 'The correction, the interest, the item that was decided, or the type of the entry';
comment on column reporting.late_and_corrected.days_late is 'Days after the one that was due or counts; empty for corrections and tainted decisions';
comment on column reporting.late_and_corrected.position is 'Position of the event that says so';
