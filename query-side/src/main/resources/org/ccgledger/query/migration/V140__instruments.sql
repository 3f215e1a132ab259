-- Instruments before Parliament. Each thing that happens to one is a timeline of its own, for all may be recorded late.

create table projection.instrument (instrument text not null, title text, parent_act text, procedure text, powers text[],
    laid_on date);
comment on table projection.instrument is 'An instrument, from the day on which it was laid.';
call projection.make_timeline('instrument', 'instrument');

create table projection.instrument_scrutiny (instrument text not null, committee text not null, report text,
    recommends_approval boolean, reported_on date);
comment on table projection.instrument_scrutiny is 'The latest report of each committee on an instrument.';
call projection.make_timeline('instrument_scrutiny', 'instrument', 'committee');

create table projection.instrument_division (instrument text not null, house text not null, ayes int, noes int, majority int,
    divided_on date);
comment on table projection.instrument_division is 'A House''s division on an instrument.';
call projection.make_timeline('instrument_division', 'instrument', 'house');

create table projection.instrument_resolution (instrument text not null, house text not null, resolution text,
    without_division boolean, resolved_on date);
comment on table projection.instrument_resolution is 'What a House resolved on an instrument: APPROVED or REJECTED.';
call projection.make_timeline('instrument_resolution', 'instrument', 'house');

create table projection.instrument_making (instrument text not null, si_number text, in_force_on date, made_on date);
comment on table projection.instrument_making is 'The making of an instrument, and from when it is in force.';
call projection.make_timeline('instrument_making', 'instrument');

create table projection.instrument_revocation (instrument text not null, revoked_from date, revoked_by text, revoked_on date);
comment on table projection.instrument_revocation is 'The revocation of an instrument; it is out of force from revoked_from.';
call projection.make_timeline('instrument_revocation', 'instrument');
