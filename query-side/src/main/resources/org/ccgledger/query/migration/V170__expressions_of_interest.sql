-- Rounds of co-commissioning, and the interest that groups express in them.

create table projection.co_commissioning_round (round text not null, expressions_until date, delegated_until date,
    joint_until date, opened_on date);
comment on table projection.co_commissioning_round is 'A round of co-commissioning with its last days.';
call projection.make_timeline('co_commissioning_round', 'round');

create table projection.expression (expression text not null, round text, submitted_by text, statement text, late boolean,
    submitted_on date);
comment on table projection.expression is 'An expression of interest in co-commissioning.';
call projection.make_timeline('expression', 'expression');

create table projection.expression_group (expression text not null, ccg text not null);
comment on table projection.expression_group is 'A group whose interest is expressed, until it withdraws.';
call projection.make_timeline('expression_group', 'expression', 'ccg');

create table projection.expression_levels (expression text not null, levels text[]);
comment on table projection.expression_levels is 'The levels that an expression names, in the order of preference.';
call projection.make_timeline('expression_levels', 'expression');

create table projection.expression_category (expression text not null, levels text[]);
comment on table projection.expression_category is 'The levels that an area team reads an expression as.';
call projection.make_timeline('expression_category', 'expression');

create table projection.readiness (expression text not null, ccg text not null, level text not null, readiness text,
    as_at date);
comment on table projection.readiness is 'How soon a group could take on a level, as last assessed.';
call projection.make_timeline('readiness', 'expression', 'ccg', 'level');

create table projection.conflicts_test (expression text not null, ccg text not null, result text, notes text,
    tested_on date);
comment on table projection.conflicts_test is 'Whether a group''s cover for conflicts of interest satisfied the Board.';
call projection.make_timeline('conflicts_test', 'expression', 'ccg');
