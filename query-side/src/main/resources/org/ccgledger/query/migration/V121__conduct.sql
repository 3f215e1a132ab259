-- Gifts, hospitality and breaches.

create table projection.gift (gift text not null, ccg text, person text, declarant text, kind text, offeror text,
    value numeric, offered_on date, received_on date, accepted boolean, approver text, declared_on date);
comment on table projection.gift is 'A gift or hospitality that was offered, from the day of its declaration.';
call projection.make_timeline('gift', 'gift');

create table projection.breach_report (breach text not null, reported_on date);
comment on table projection.breach_report is 'When a breach was reported.';
call projection.make_timeline('breach_report', 'breach');

create table projection.breach_publication (breach text not null, ccg text, summary text, published_on date);
comment on table projection.breach_publication is 'What the public is told of a breach.';
call projection.make_timeline('breach_publication', 'breach');
