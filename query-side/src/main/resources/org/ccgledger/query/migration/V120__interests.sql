-- Declarations of interests.

create table projection.interest (interest text not null, ccg text, person text, declarant text, practice text,
    decision_making boolean, consent boolean, declared_on date);
comment on table projection.interest is 'An interest, from the day on which it was declared.';
call projection.make_timeline('interest', 'interest');
create index interest_by_ccg on projection.interest (ccg) where known_to = 9223372036854775807;
create index interest_by_person on projection.interest (person) where known_to = 9223372036854775807;

create table projection.interest_terms (interest text not null, category text, indirect boolean, organisation text,
    interest_from date, interest_until date);
comment on table projection.interest_terms is 'What an interest consists of, as it was last declared.';
call projection.make_timeline('interest_terms', 'interest');

create table projection.interest_end (interest text not null, interest_until date);
comment on table projection.interest_end is 'The last day of an interest that was ended.';
call projection.make_timeline('interest_end', 'interest');

create table projection.interest_delay (interest text not null, due_on date);
comment on table projection.interest_delay is 'An interest that was declared after the day on which it was due.';
call projection.make_timeline('interest_delay', 'interest');

create table projection.interest_confirmation (interest text not null, confirmed_on date);
comment on table projection.interest_confirmation is 'The last confirmation of an interest; none after an amendment.';
call projection.make_timeline('interest_confirmation', 'interest');

create table projection.nil_declaration (ccg text not null, person text not null, declarant text, practice text,
    decision_making boolean, declared_on date);
comment on table projection.nil_declaration is 'The last declaration of a person that there is nothing to declare.';
call projection.make_timeline('nil_declaration', 'ccg', 'person');
