create view reporting.transfer_lines as
    select s.pct, p.name as pct_name, s.kind, s.holding, l.receiver,
           case when l.receiver like 'CCG/%' then substr(l.receiver, 5) end as ccg, coalesce(i.name, r.name) as ccg_name,
           l.share, s.transfers_on, s.transfers_on <= projection.as_of() as in_effect, s.made_on, s.set_by as position
    from projection.predecessor_scheme_at s
    left join projection.predecessor_at p using (pct)
    cross join lateral unnest(s.receivers, s.shares) as l (receiver, share)
    left join projection.ccg_identity_at i on 'CCG/' || i.ccg = l.receiver
    left join projection.ccg_reference_at r on 'CCG/' || r.ccg = l.receiver;
comment on view reporting.transfer_lines is
    'Who comes after which primary care trust, in which of its holdings, and by which share, as the latest scheme for each holding says.';
comment on column reporting.transfer_lines.kind is
    'FUNCTION, PUBLIC_HEALTH_FUNCTION, ASSET, LIABILITY or STAFF_GROUP';
comment on column reporting.transfer_lines.receiver is 'Who takes it over, as KIND/CODE';
comment on column reporting.transfer_lines.ccg is 'The receiver where it is a group';
comment on column reporting.transfer_lines.share is 'Per cent; those of a holding add up to 100';
comment on column reporting.transfer_lines.transfers_on is 'Day on which the receiver takes over';
comment on column reporting.transfer_lines.in_effect is 'Whether it has taken over by the day asked for';
comment on column reporting.transfer_lines.made_on is 'Day on which the scheme was made';
comment on column reporting.transfer_lines.position is 'Position of the event that says so';

create view reporting.predecessor_holdings as
    select h.pct, h.kind, h.holding, h.registered_on, coalesce(cardinality(s.receivers), 0) as receivers, s.transfers_on,
           greatest(h.set_by, s.set_by) as position
    from projection.predecessor_holding_at h
    left join projection.predecessor_scheme_at s using (pct, kind, holding);
comment on view reporting.predecessor_holdings is 'What primary care trusts hold, and how many take each holding over.';
comment on column reporting.predecessor_holdings.kind is
    'FUNCTION, PUBLIC_HEALTH_FUNCTION, ASSET, LIABILITY or STAFF_GROUP';
comment on column reporting.predecessor_holdings.receivers is 'How many take it over; 0 while no scheme names it';
comment on column reporting.predecessor_holdings.transfers_on is 'Day on which they do';
comment on column reporting.predecessor_holdings.position is 'Position of the latest event that says so';

create view reporting.staff_transfers as
    select t.pct, t.receiver, t.transfers_on, count(*) as posts, max(t.set_by) as position
    from projection.predecessor_post_at t
    group by t.pct, t.receiver, t.transfers_on;
comment on view reporting.staff_transfers is
    'How many posts primary care trusts transferred to whom. No post is shown by itself.';
comment on column reporting.staff_transfers.receiver is 'The new employer, as KIND/CODE';
comment on column reporting.staff_transfers.transfers_on is 'Day on which it becomes the employer';
comment on column reporting.staff_transfers.position is 'Position of the latest event that says so';

create view reporting.predecessors as
    select p.pct, p.name, p.sha,
           case
               when a.abolished_on is not null then 'ABOLISHED'
               when h.holdings > h.without_receiver or t.posts > 0 then 'CLOSING'
               else 'ACTIVE'
           end as status,
           coalesce(h.holdings, 0) as holdings_registered,
           coalesce(h.without_receiver, 0) as holdings_without_receiver, coalesce(t.posts, 0) as posts_transferred, h.registered_on, a.abolished_on,
           greatest(p.set_by, h.position, t.position, a.set_by) as position
    from projection.predecessor_at p
    left join (select pct, count(*) as holdings, count(*) filter (where receivers = 0) as without_receiver,
                      min(registered_on) as registered_on, max(position) as position
               from reporting.predecessor_holdings group by pct) h using (pct)
    left join (select pct, sum(posts)::bigint as posts, max(position) as position
               from reporting.staff_transfers group by pct) t using (pct)
    left join projection.predecessor_abolition_at a using (pct);
comment on view reporting.predecessors is
    'Primary care trusts that had been registered, and how far their closing has come.';
comment on column reporting.predecessors.sha is 'ODS code of the strategic health authority';
comment on column reporting.predecessors.status is
    'ACTIVE, CLOSING from the first scheme or transfer of a post on, ABOLISHED from the day of the abolition on';
comment on column reporting.predecessors.holdings_registered is 'How many holdings are registered';
comment on column reporting.predecessors.holdings_without_receiver is
    'Those that no scheme names; 0 when the trust can be abolished';
comment on column reporting.predecessors.posts_transferred is 'How many posts it transferred';
comment on column reporting.predecessors.registered_on is 'Day of the first registration';
comment on column reporting.predecessors.abolished_on is 'Empty before the abolition';
comment on column reporting.predecessors.position is 'Position of the latest event that says so';
