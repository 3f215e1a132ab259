-- Who sits on governing bodies.

create table projection.governing_body_seat (ccg text not null, appointment text not null, person text, seat text,
                                             term_until date);
comment on table projection.governing_body_seat is 'Appointments to governing bodies, by the days in office.';
call projection.make_timeline('governing_body_seat', 'ccg', 'appointment');
