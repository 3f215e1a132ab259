create view reporting.concerns as
    select c.concern, c.body, c.category, c.anonymous, coalesce(f.outcome, 'RAISED') as status, c.raised_on, f.closed_on,
           greatest(c.set_by, f.set_by) as position
    from projection.concern_at c
    left join projection.concern_closure_at f using (concern);
comment on view reporting.concerns is
    'Concerns that were raised, and what became of them. Neither what was disclosed nor who disclosed it is shown.';
comment on column reporting.concerns.body is 'Whose conduct it is about, as KIND/CODE';
comment on column reporting.concerns.anonymous is 'Whether nobody knows who raised it';
comment on column reporting.concerns.status is 'RAISED, UPHELD, PARTLY_UPHELD or NOT_UPHELD';
comment on column reporting.concerns.position is 'Position of the latest event that says so';
