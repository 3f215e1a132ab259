-- What stands before the first colon of a stream's name is its kind; its id can hold further ones.

create or replace view reporting.corrections as
    select c.correction, c.stream, c.version, c.ccg, c.field, c.wrong_value, c.right_value, c.reasons, c.citation,
           c.corrected_on, '/v1/audit/streams/' || regexp_replace(c.stream, ':', '/') || '?version=' || c.version as entry,
           c.set_by as position
    from projection.record_correction_at c;

create or replace view reporting.pledge_evidence as
    select e.pledge, e.stream, e.version, e.bearing, e.reasons,
           '/v1/audit/streams/' || regexp_replace(e.stream, ':', '/') || '?version=' || e.version as entry,
           e.set_by as position
    from projection.pledge_evidence_at e;
