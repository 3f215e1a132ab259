-- Pressure that groups report, and what they do about it.

create table projection.pressure_report (pressure text not null, ccg text, pressed_by text, joint_committee text, subject text,
    narrative text, reported_on date);
comment on table projection.pressure_report is 'Pressure that a group reports.';
call projection.make_timeline('pressure_report', 'pressure');

create table projection.pressure_resolution (pressure text not null, decision text, reasons text, resolved_on date);
comment on table projection.pressure_resolution is 'What the group did about pressure that it had reported.';
call projection.make_timeline('pressure_resolution', 'pressure');
