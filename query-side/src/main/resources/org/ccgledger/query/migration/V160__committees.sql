-- Committees of single groups, and schemes of reservation and delegation.

create table projection.committee (committee text not null, ccg text, kind text, name text);
comment on table projection.committee is 'A committee of one group, until it is disbanded.';
call projection.make_timeline('committee', 'committee');

create table projection.committee_terms (committee text not null, terms_version int, chair_seat text, deputy_seat text,
    quorum int, voting_rule text, percent numeric, casting_vote boolean, functions text[], seats text[],
    capacities text[], places int[], votes boolean[]);
comment on table projection.committee_terms is
    'The terms of a committee in force; what is said of its seats stands in lists of the same order.';
call projection.make_timeline('committee_terms', 'committee');

create table projection.committee_appointment (committee text not null, appointment text not null, person text,
    seat text, voting boolean, representing text, term_until date);
comment on table projection.committee_appointment is 'Appointments to committees, by the days of membership.';
call projection.make_timeline('committee_appointment', 'committee', 'appointment');

create table projection.function_delegation (ccg text not null, delegation text not null, function text, committee text,
    office text, money_limit numeric, since date);
comment on table projection.function_delegation is 'A function that somebody decides on in the place of a group.';
call projection.make_timeline('function_delegation', 'ccg', 'delegation');

create table projection.function_reservation (ccg text not null, function text not null, reserved_to text, since date);
comment on table projection.function_reservation is 'A function that a group does not delegate.';
call projection.make_timeline('function_reservation', 'ccg', 'function');
