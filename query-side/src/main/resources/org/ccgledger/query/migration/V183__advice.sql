-- Advice.

create table projection.advice_request (advice text not null, ccg text, body text, kind text, question text,
    requested_on date);
comment on table projection.advice_request is 'Advice for which a group has asked.';
call projection.make_timeline('advice_request', 'advice');

create table projection.advice_given (advice text not null, document text, form text, given_on date);
comment on table projection.advice_given is 'Advice that was given.';
call projection.make_timeline('advice_given', 'advice');

create table projection.advice_response (advice text not null, response text, reasons text, responded_on date);
comment on table projection.advice_response is 'What a group made of advice.';
call projection.make_timeline('advice_response', 'advice');

create table projection.advice_overreach (advice text not null, seen_on date);
comment on table projection.advice_overreach is 'Advice that told a group what to do.';
call projection.make_timeline('advice_overreach', 'advice');
