-- Applications to co-commission, and the level at which each group takes part.

create table projection.co_commissioning_application (ccg text not null, application text not null, round text, level text,
    applied_on date);
comment on table projection.co_commissioning_application is 'A group''s application for delegation or to commission jointly.';
call projection.make_timeline('co_commissioning_application', 'ccg', 'application');

create table projection.co_commissioning_decision (ccg text not null, application text not null, outcome text,
    conditions text[], decided_on date);
comment on table projection.co_commissioning_decision is
    'What the Board decided: APPROVED, CONDITIONALLY_APPROVED or DECLINED.';
call projection.make_timeline('co_commissioning_decision', 'ccg', 'application');

create table projection.approval_condition_met (ccg text not null, application text not null, condition int not null,
    met_on date);
comment on table projection.approval_condition_met is 'A condition of an approval that is met, by its number.';
call projection.make_timeline('approval_condition_met', 'ccg', 'application', 'condition');

create table projection.delegation_agreement (ccg text not null, application text, functions text[], reserved text[],
    agreed_on date, starts_on date);
comment on table projection.delegation_agreement is 'The agreement by which the Board delegates functions to a group.';
call projection.make_timeline('delegation_agreement', 'ccg');

create table projection.co_commissioning_level (ccg text not null, level text, since date, joint_committee text);
comment on table projection.co_commissioning_level is
    'The level at which a group takes part: GREATER_INVOLVEMENT, JOINT or DELEGATED.';
call projection.make_timeline('co_commissioning_level', 'ccg');

create table projection.delegation_notice (ccg text not null, ends_on date);
comment on table projection.delegation_notice is 'A group''s notice to give a delegation back, while it runs.';
call projection.make_timeline('delegation_notice', 'ccg');

create table projection.assurance_override (ccg text not null, audit text, valid_until date);
comment on table projection.assurance_override is 'The Board''s leave to decide despite an audit that failed.';
call projection.make_timeline('assurance_override', 'ccg');
