-- Funds: what groups are allotted and commit, and how they are assessed for what they achieve with it.

create table projection.allocation_first (ccg text not null, fy text not null, amount numeric);
comment on table projection.allocation_first is 'What a group was allotted for a year at first.';
call projection.make_timeline('allocation_first', 'ccg', 'fy');

create table projection.allocation (ccg text not null, fy text not null, allotted numeric);
comment on table projection.allocation is 'What a group is allotted for a year, adjustments included.';
call projection.make_timeline('allocation', 'ccg', 'fy');

create table projection.commitment (ccg text not null, fy text not null, commitment text not null, subject text,
    amount numeric, decided boolean, committed_on date);
comment on table projection.commitment is 'What a group has committed and not released.';
call projection.make_timeline('commitment', 'ccg', 'fy', 'commitment');

create table projection.financial_limit (ccg text not null, fy text not null, role text not null, most numeric);
comment on table projection.financial_limit is 'How much an officer may commit at once.';
call projection.make_timeline('financial_limit', 'ccg', 'fy', 'role');

create table projection.performance_assessment (ccg text not null, fy text not null, rating text, resources numeric,
    consulted text[], assessed_on date);
comment on table projection.performance_assessment is 'How a group was assessed for a year.';
call projection.make_timeline('performance_assessment', 'ccg', 'fy');

create table projection.performance_finding (ccg text not null, fy text not null, number int not null, duty text,
    finding text, indicator text, target numeric, achieved numeric);
comment on table projection.performance_finding is 'What an assessment found.';
call projection.make_timeline('performance_finding', 'ccg', 'fy', 'number');

create table projection.performance_publication (ccg text not null, fy text not null, summary text, published_on date);
comment on table projection.performance_publication is 'What is published of an assessment.';
call projection.make_timeline('performance_publication', 'ccg', 'fy');
