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

create table projection.interest_withholding (interest text not null, withheld_on date);
comment on table projection.interest_withholding is 'An interest that is withheld from publication.';
call projection.make_timeline('interest_withholding', 'interest');

-- A register does not show again what is withheld when it is asked for an earlier day or earlier knowledge.
create function projection.is_withheld(which text) returns boolean
language sql stable security definer set search_path = pg_catalog
return exists (select from projection.interest_withholding w
               where w.interest = which and w.holds and w.known_to = 9223372036854775807);
comment on function projection.is_withheld is 'Whether an interest is withheld from publication, whatever is asked for.';
grant execute on function projection.is_withheld to ccg_query;

-- What groups do with their registers.

create table projection.interest_guardian (ccg text not null, person text, appointed_on date);
comment on table projection.interest_guardian is 'The conflicts of interest guardian of a group, by pseudonym.';
call projection.make_timeline('interest_guardian', 'ccg');

create table projection.register_confirmation (ccg text not null, period_from date, period_until date, declarants int,
    chased int, confirmed_on date);
comment on table projection.register_confirmation is 'The last confirmation of a register of interests.';
call projection.make_timeline('register_confirmation', 'ccg');

create table projection.register_edition (ccg text not null, kind text not null, published_on date not null,
    as_at date not null, rows int, sha256 text);
comment on table projection.register_edition is 'The editions of registers that were published.';
call projection.make_timeline('register_edition', 'ccg', 'kind', 'published_on', 'as_at');
