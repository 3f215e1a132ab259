-- Local changes of the national tariff.

create table projection.tariff_variation (variation text not null, ccg text, provider text, service text, kind text,
    change text, purpose text, reasons text, starts_on date, ends_on date, proposed_on date);
comment on table projection.tariff_variation is 'A local change of the tariff as it was proposed.';
call projection.make_timeline('tariff_variation', 'variation');

create table projection.tariff_agreement (variation text not null, agreed_on date);
comment on table projection.tariff_agreement is 'The provider''s agreement to a local change of the tariff.';
call projection.make_timeline('tariff_agreement', 'variation');

create table projection.tariff_approval (variation text not null, approved boolean, decided_on date);
comment on table projection.tariff_approval is 'What Monitor decided on a modification.';
call projection.make_timeline('tariff_approval', 'variation');

create table projection.tariff_publication (variation text not null, statement text, uri text, submitted_on date,
    published_on date);
comment on table projection.tariff_publication is 'The statement of a local change of the tariff.';
call projection.make_timeline('tariff_publication', 'variation');

create table projection.tariff_overdue (variation text not null, due_on date);
comment on table projection.tariff_overdue is 'By when a statement was due that was not there.';
call projection.make_timeline('tariff_overdue', 'variation');
