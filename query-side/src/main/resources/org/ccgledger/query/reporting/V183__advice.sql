create view reporting.advice as
    select q.advice, q.ccg, coalesce(i.name, r.name) as ccg_name, q.body, q.kind, q.question,
           case when p.response is not null then 'RESPONDED' when g.form is not null then 'GIVEN' else 'REQUESTED'
           end as status,
           q.requested_on, g.document, g.form, g.given_on, p.response, p.reasons, p.responded_on,
           o.seen_on is not null as overreach, greatest(q.set_by, g.set_by, p.set_by, o.set_by) as position
    from projection.advice_request_at q
    left join projection.advice_given_at g using (advice)
    left join projection.advice_response_at p using (advice)
    left join projection.advice_overreach_at o using (advice)
    left join projection.ccg_identity_at i using (ccg)
    left join projection.ccg_reference_at r using (ccg);
comment on view reporting.advice is 'Advice that groups ask for and are given, and what they make of it.';
comment on column reporting.advice.body is 'Who is asked, as KIND/CODE';
comment on column reporting.advice.kind is 'SENATE, NETWORK, HEALTH_AND_WELLBEING_BOARD or OTHER';
comment on column reporting.advice.status is 'REQUESTED, GIVEN or RESPONDED';
comment on column reporting.advice.form is 'OPINION, RECOMMENDATION or INSTRUCTION';
comment on column reporting.advice.response is 'ACCEPTED, PARTLY_ACCEPTED or NOT_ACCEPTED';
comment on column reporting.advice.reasons is 'Why the group does not accept it, or what it says of it';
comment on column reporting.advice.overreach is 'Whether it told the group what to do, by its words or as the group took it';
comment on column reporting.advice.position is 'Position of the latest event that says so';
