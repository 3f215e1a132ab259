-- Later events stand at later positions, so an instant is looked up by halves, and needs no index.

create function ledger.recorded_before(instant timestamptz) returns bigint language plpgsql stable as $$
declare
    low bigint := 0;
    high bigint := (select coalesce(max(position), 0) from ledger.event);
    middle bigint;
begin
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select e.recorded_at < instant from ledger.event e where e.position >= middle order by e.position limit 1) then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end $$;
comment on function ledger.recorded_before is 'The last position that was recorded before an instant, or 0.';
revoke all on function ledger.recorded_before from public;
grant execute on function ledger.recorded_before to ledger_app, ledger_auditor;
