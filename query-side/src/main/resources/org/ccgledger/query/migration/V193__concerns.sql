-- Concerns, without anything that leads to who raised one.

create table projection.concern (concern text not null, body text, category text, anonymous boolean, raised_on date);
comment on table projection.concern is 'A concern about a body.';
call projection.make_timeline('concern', 'concern');

create table projection.concern_closure (concern text not null, outcome text, closed_on date);
comment on table projection.concern_closure is 'What became of a concern.';
call projection.make_timeline('concern_closure', 'concern');
