-- Mergers, and what became of groups that are no more.

create table projection.merger (merger text not null, name text, ccgs text[], constitution text, permits text[]);
comment on table projection.merger is 'What groups apply for when they apply to merge.';
call projection.make_timeline('merger', 'merger');

create table projection.merger_application (merger text not null, ccg text not null, applied_on date);
comment on table projection.merger_application is 'The groups that have applied, each itself.';
call projection.make_timeline('merger_application', 'merger', 'ccg');

create table projection.merger_factor (merger text not null, ccg text not null, factor text not null, text text);
comment on table projection.merger_factor is 'What a group says on a factor of SI 2012/1631 Schedule 1.';
call projection.make_timeline('merger_factor', 'merger', 'ccg', 'factor');

create table projection.merger_status (merger text not null, status text, since date, takes_effect_on date,
    reasons text, successor text);
comment on table projection.merger_status is 'APPLIED, APPROVED, REFUSED or COMPLETED.';
call projection.make_timeline('merger_status', 'merger');

create table projection.succession (predecessor text not null, successor text not null, cause text,
    effective_on date);
comment on table projection.succession is 'An edge of the graph of succession, between bodies as KIND/CODE.';
call projection.make_timeline('succession', 'predecessor', 'successor');

create table projection.settlement (ccg text not null, kind text not null, matter text not null, successor text,
    settled_on date);
comment on table projection.settlement is 'What became of one thing that was open when a group ceased to exist.';
call projection.make_timeline('settlement', 'ccg', 'kind', 'matter');

create function projection.counted_groups(figure text, day date) returns numeric
language sql stable security definer set search_path = pg_catalog
begin atomic
    select case when figure = 'OPERATIONAL' and day >= date '2013-04-01' then
        (select count(*) from projection.ccg_standing s
         where s.standing = 'ESTABLISHED' and s.holds and s.eff_from <= day and s.eff_to > day
           and s.known_from <= projection.known_at() and s.known_to > projection.known_at())::numeric end;
end;
comment on function projection.counted_groups is 'The groups that operate on a day, as the ledger counts them.';
grant execute on function projection.counted_groups to ccg_query;
