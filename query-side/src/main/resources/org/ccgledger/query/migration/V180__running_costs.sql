-- Running costs: what groups are given, what they plan, what they spend, and how they are shaped.

create table projection.running_cost_policy (fy text not null, version int, per_head numeric, range_from numeric,
    range_to numeric, basis text, standing text, citation text, url text);
comment on table projection.running_cost_policy is 'What groups may be given for each head in a year.';
call projection.make_timeline('running_cost_policy', 'fy');

create table projection.running_cost_allowance (ccg text not null, fy text not null, basis text, heads int,
    heads_as_at date, per_head numeric, envelope numeric);
comment on table projection.running_cost_allowance is 'What a group is given for running itself in a year.';
call projection.make_timeline('running_cost_allowance', 'ccg', 'fy');

create table projection.running_cost_budget (ccg text not null, fy text not null, version int);
comment on table projection.running_cost_budget is 'Which version of a group''s budget of a year holds.';
call projection.make_timeline('running_cost_budget', 'ccg', 'fy');

create table projection.running_cost_budget_part (host text not null, fy text not null, version int not null,
    line text not null, ccg text not null, percent numeric, amount numeric);
comment on table projection.running_cost_budget_part is
    'What a group bears of a line in a version of the budget of a host, which may be itself.';
call projection.make_timeline('running_cost_budget_part', 'host', 'fy', 'version', 'line', 'ccg');

create table projection.running_cost_spend (entry bigint not null, ccg text, fy text, host text, month date, line text,
    amount numeric, booked_to text);
comment on table projection.running_cost_spend is
    'What a group bears of what was spent, by the position of the event that says so.';
call projection.make_timeline('running_cost_spend', 'entry');
create index on projection.running_cost_spend (ccg, fy);

create table projection.running_cost_affordability (ccg text not null, fy text not null, structure text not null,
    projected_cost numeric, demonstrated_on date);
comment on table projection.running_cost_affordability is 'What a structure was shown to cost.';
call projection.make_timeline('running_cost_affordability', 'ccg', 'fy', 'structure');

create table projection.running_cost_structure (ccg text not null, fy text, structure text, description text,
    shared_with text[], changed_on date);
comment on table projection.running_cost_structure is 'The structure that a group has given itself.';
call projection.make_timeline('running_cost_structure', 'ccg');
