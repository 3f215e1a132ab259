-- Procurements, from the need to the end of the contract. Each thing that happens in one is a timeline of its own, for
-- offers and complaints may be recorded late.

create table projection.procurement_need (procurement text not null, ccg text, function text, service text, weakness text,
    identified_on date);
comment on table projection.procurement_need is 'A need for a service that a group has identified.';
call projection.make_timeline('procurement_need', 'procurement');

create table projection.procurement_route (procurement text not null, route text, grounds text[], provider text,
    existing_service text, no_other_capable text, collaborators text[], clinical_lead text, contract_manager text,
    committee text, decision text, reasons text, decided_on date);
comment on table projection.procurement_route is 'Whether and how competition is used in a procurement.';
call projection.make_timeline('procurement_route', 'procurement');

create table projection.procurement_advertisement (procurement text not null, url text, advertised_on date);
comment on table projection.procurement_advertisement is 'Where an opportunity is advertised, and since when.';
call projection.make_timeline('procurement_advertisement', 'procurement');

create table projection.procurement_bid (procurement text not null, provider text not null, provider_name text, bid_on date);
comment on table projection.procurement_bid is 'What a provider offered.';
call projection.make_timeline('procurement_bid', 'procurement', 'provider');

create table projection.procurement_evaluation (procurement text not null, provider text not null, evaluator text not null,
    score numeric, evaluated_on date);
comment on table projection.procurement_evaluation is 'How somebody judged an offer.';
call projection.make_timeline('procurement_evaluation', 'procurement', 'provider', 'evaluator');

create table projection.contract_award (procurement text not null, provider text not null, ccg text, provider_name text,
    registered_office text, services text, amount numeric, own_share numeric, starts_on date, ends_on date, process text,
    effectiveness text, quality text, integration text, grounds text[], deciders text[], rulings text[],
    conflicts_summary text, committee text, decision text, reasons text, comments text, awarded_on date);
comment on table projection.contract_award is 'A contract as it was awarded.';
call projection.make_timeline('contract_award', 'procurement', 'provider');

create table projection.contract_variation (procurement text not null, provider text not null, services text, amount numeric,
    starts_on date, ends_on date, change text, varied_on date);
comment on table projection.contract_variation is 'The latest variation of a contract.';
call projection.make_timeline('contract_variation', 'procurement', 'provider');

create table projection.contract_publication (procurement text not null, provider text not null, title text, uri text,
    published_on date);
comment on table projection.contract_publication is 'Where the record of a contract is published, and since when.';
call projection.make_timeline('contract_publication', 'procurement', 'provider');

create table projection.contract_end (procurement text not null, provider text not null, last_day date, cause text,
    ended_on date);
comment on table projection.contract_end is 'The last day of a contract, and why it ends.';
call projection.make_timeline('contract_end', 'procurement', 'provider');

create table projection.competition_complaint (procurement text not null, complaint text not null, ccg text, complainant text,
    text text, complained_on date);
comment on table projection.competition_complaint is 'A complaint to Monitor about a procurement.';
call projection.make_timeline('competition_complaint', 'procurement', 'complaint');

create table projection.monitor_finding (procurement text not null, complaint text not null, finding text, text text,
    found_on date);
comment on table projection.monitor_finding is 'What Monitor found on a complaint.';
call projection.make_timeline('monitor_finding', 'procurement', 'complaint');
