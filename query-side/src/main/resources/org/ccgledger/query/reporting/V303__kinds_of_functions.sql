-- A primary care trust can hold a function and a public health function of one name.

create or replace view reporting.successions as
    with edges as (
        select s.predecessor, s.successor, s.cause, null::text as function, null::numeric as share, s.effective_on,
               s.set_by, null::text as kind
        from projection.succession_at s
        union all
        select 'PCT/' || l.pct, l.receiver, 'TRANSFERRED', l.holding, l.share, l.transfers_on, l.position,
               l.kind
        from reporting.transfer_lines l
        where l.kind in ('FUNCTION', 'PUBLIC_HEALTH_FUNCTION') and l.in_effect)
    select s.predecessor, coalesce(pi.name, pr.name, p.name) as predecessor_name, s.successor,
           coalesce(si.name, sr.name) as successor_name, s.cause, s.function, s.share, s.effective_on,
           s.set_by as position, s.kind
    from edges s
    left join projection.predecessor_at p on 'PCT/' || p.pct = s.predecessor
    left join projection.ccg_identity_at pi on 'CCG/' || pi.ccg = s.predecessor
    left join projection.ccg_reference_at pr on 'CCG/' || pr.ccg = s.predecessor
    left join projection.ccg_identity_at si on 'CCG/' || si.ccg = s.successor
    left join projection.ccg_reference_at sr on 'CCG/' || sr.ccg = s.successor;
comment on column reporting.successions.kind is
    'FUNCTION or PUBLIC_HEALTH_FUNCTION; empty where it took the body''s whole place';
