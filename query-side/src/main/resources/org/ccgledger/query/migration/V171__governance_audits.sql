-- Audits of how groups govern themselves.

create table projection.governance_audit (audit text not null, ccg text, scope text, auditor text, commissioned_on date);
comment on table projection.governance_audit is 'An audit of a group''s governance, from its commission on.';
call projection.make_timeline('governance_audit', 'audit');

create table projection.governance_audit_report (audit text not null, ccg text, result text, reported_on date);
comment on table projection.governance_audit_report is 'What the auditor says.';
call projection.make_timeline('governance_audit_report', 'audit');

create table projection.governance_audit_finding (audit text not null, finding int not null, text text, severity text,
    due date);
comment on table projection.governance_audit_finding is 'What an audit found wanting, by number.';
call projection.make_timeline('governance_audit_finding', 'audit', 'finding');

create table projection.governance_audit_closure (audit text not null, finding int not null, closed_on date);
comment on table projection.governance_audit_closure is 'A finding of which the action is closed.';
call projection.make_timeline('governance_audit_closure', 'audit', 'finding');
