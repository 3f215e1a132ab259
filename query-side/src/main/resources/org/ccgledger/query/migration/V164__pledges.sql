-- Promises that were made to groups, and what bears on them.

create table projection.pledge (pledge text not null, made_by text, subject text, promise text, citation text,
    standing text, made_on date);
comment on table projection.pledge is 'A promise, from the day on which it was made.';
call projection.make_timeline('pledge', 'pledge');

create table projection.pledge_evidence (pledge text not null, stream text not null, version int not null, bearing text,
    reasons text);
comment on table projection.pledge_evidence is 'An entry of the ledger that bears on a pledge.';
call projection.make_timeline('pledge_evidence', 'pledge', 'stream', 'version');
