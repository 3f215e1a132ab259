-- Agreements on leaving. Who leaves is not kept here, nor what is paid.

create table projection.severance (severance text not null, employer text, status text, since date);
comment on table projection.severance is 'Where an agreement on leaving stands, by employer.';
call projection.make_timeline('severance', 'severance');

create table projection.severance_submission (severance text not null, submitted_on date);
comment on table projection.severance_submission is 'When an agreement was submitted last.';
call projection.make_timeline('severance_submission', 'severance');

create table projection.severance_return (severance text not null, cause text not null, returned_on date);
comment on table projection.severance_return is 'For which causes an agreement was returned.';
call projection.make_timeline('severance_return', 'severance', 'cause');

create table projection.severance_approval (severance text not null, approved_by text not null, approved_on date);
comment on table projection.severance_approval is 'When the DEPARTMENT or the TREASURY approved an agreement.';
call projection.make_timeline('severance_approval', 'severance', 'approved_by');
