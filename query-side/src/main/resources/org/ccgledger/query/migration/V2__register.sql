-- Reference data.

create table projection.area_team (
    code text primary key, -- ODS
    ons text not null,
    name text not null,
    region text not null
);
comment on table projection.area_team is
    'Area teams of the Board with their regions, as the Office for National Statistics listed them in April 2013.';
insert into projection.area_team (ons, code, name, region) values
    ('E39000001', 'Q44', 'Cheshire, Warrington and Wirral', 'North of England'),
    ('E39000002', 'Q45', 'Durham, Darlington and Tees', 'North of England'),
    ('E39000003', 'Q46', 'Greater Manchester', 'North of England'),
    ('E39000004', 'Q47', 'Lancashire', 'North of England'),
    ('E39000005', 'Q48', 'Merseyside', 'North of England'),
    ('E39000006', 'Q49', 'Cumbria, Northumberland, Tyne and Wear', 'North of England'),
    ('E39000007', 'Q50', 'North Yorkshire and Humber', 'North of England'),
    ('E39000008', 'Q51', 'South Yorkshire and Bassetlaw', 'North of England'),
    ('E39000009', 'Q52', 'West Yorkshire', 'North of England'),
    ('E39000010', 'Q53', 'Arden, Herefordshire and Worcestershire', 'Midlands and East of England'),
    ('E39000011', 'Q54', 'Birmingham and the Black Country', 'Midlands and East of England'),
    ('E39000012', 'Q55', 'Derbyshire and Nottinghamshire', 'Midlands and East of England'),
    ('E39000013', 'Q56', 'East Anglia', 'Midlands and East of England'),
    ('E39000014', 'Q57', 'Essex', 'Midlands and East of England'),
    ('E39000015', 'Q58', 'Hertfordshire and the South Midlands', 'Midlands and East of England'),
    ('E39000016', 'Q59', 'Leicestershire and Lincolnshire', 'Midlands and East of England'),
    ('E39000017', 'Q60', 'Shropshire and Staffordshire', 'Midlands and East of England'),
    ('E39000018', 'Q71', 'London', 'London'),
    ('E39000019', 'Q64', 'Bath, Gloucestershire, Swindon and Wiltshire', 'South of England'),
    ('E39000020', 'Q65', 'Bristol, North Somerset, Somerset and South Gloucestershire', 'South of England'),
    ('E39000021', 'Q66', 'Devon, Cornwall and Isles of Scilly', 'South of England'),
    ('E39000022', 'Q67', 'Kent and Medway', 'South of England'),
    ('E39000023', 'Q68', 'Surrey and Sussex', 'South of England'),
    ('E39000024', 'Q69', 'Thames Valley', 'South of England'),
    ('E39000025', 'Q70', 'Wessex', 'South of England');

create table projection.support_level (
    level text primary key,
    severity int not null,
    label text not null,
    needs_direction boolean not null
);
comment on table projection.support_level is
    'How far the Board supports a group that does not meet a criterion. Labels of II, V and VI are less well attested.';
insert into projection.support_level (level, severity, label, needs_direction) values
    ('I', 1, 'Model document or toolkit', false),
    ('II', 2, 'Advice and expertise made available', false),
    ('III', 3, 'Decision sign-off or approval by the Board', false),
    ('IV', 4, 'A specific team or individual to assist the group', true),
    ('V', 5, 'Alternative accountable officer appointed', true),
    ('VI', 6, 'Specified functions removed', true),
    ('VII', 7, 'All functions removed', true);

create table projection.criterion_domain (
    domain int primary key,
    name text not null
);
comment on table projection.criterion_domain is 'The six domains of the criteria of authorisation.';
insert into projection.criterion_domain (domain, name) values
    (1, 'A strong clinical and multi-professional focus which brings real added value'),
    (2, 'Meaningful engagement with patients, carers and their communities'),
    (3, 'Clear and credible plans which continue to deliver within financial resources'),
    (4, 'Proper constitutional and governance arrangements, with capacity and capability to deliver all duties'),
    (5, 'Collaborative arrangements for commissioning with other groups, local authorities and the Board'),
    (6, 'Great leaders who individually and collectively make a real difference');

grant select on projection.area_team, projection.support_level, projection.criterion_domain to ccg_query;

-- What a group is.

create table projection.ccg_reference (ccg text not null, ons text, name text, area_team text, region text);
comment on table projection.ccg_reference is 'A code reserved for a group by import, with what the source says of it.';
call projection.make_timeline('ccg_reference', 'ccg');

create table projection.ccg_identity (ccg text not null, ons text, name text, area_team text);
comment on table projection.ccg_identity is 'The name and codes of a group, from its proposal on.';
call projection.make_timeline('ccg_identity', 'ccg');

create table projection.ccg_standing (ccg text not null, standing text);
comment on table projection.ccg_standing is 'PROPOSED, AUTHORISED, ESTABLISHED, REFUSED, WITHDRAWN, LAPSED or COMBINED.';
call projection.make_timeline('ccg_standing', 'ccg');

create table projection.ccg_officer (ccg text not null, person text, appointed_by text);
comment on table projection.ccg_officer is 'The accountable officer, by pseudonym.';
call projection.make_timeline('ccg_officer', 'ccg');

create table projection.ccg_constitution (ccg text not null, version int, document text, permits text[]);
comment on table projection.ccg_constitution is 'The constitution in force; version 1 is that at establishment.';
call projection.make_timeline('ccg_constitution', 'ccg');

create table projection.ccg_population (ccg text not null, basis text not null, heads int, as_at date);
comment on table projection.ccg_population is 'Heads by how they were counted.';
call projection.make_timeline('ccg_population', 'ccg', 'basis');

-- Membership.

create table projection.membership (practice text not null, ccg text, member_since date);
comment on table projection.membership is 'The group of which a practice''s contract is a member.';
call projection.make_timeline('membership', 'practice');

create table projection.membership_contract (practice text not null, contract text);
comment on table projection.membership_contract is 'The contract of a practice, as far as its admission says.';
call projection.make_timeline('membership_contract', 'practice');
create index membership_by_ccg on projection.membership (ccg) where known_to = 9223372036854775807;

-- Authorisation.

create table projection.wave (number int not null, submission_deadline date, planned_decision_month text, catalogue text,
    planned_applications int);
comment on table projection.wave is 'The rounds of applications.';
call projection.make_timeline('wave', 'number');

create table projection.application_wave (ccg text not null, wave int, catalogue text);
comment on table projection.application_wave is 'The wave of an application, after any deferral.';
call projection.make_timeline('application_wave', 'ccg');

create table projection.application_submission (ccg text not null, wave int not null, submitted_on date);
comment on table projection.application_submission is 'The applications that were submitted in a wave.';
call projection.make_timeline('application_submission', 'ccg', 'wave');

create table projection.application_deferral (ccg text not null, from_wave int not null, to_wave int);
comment on table projection.application_deferral is 'The applications that a wave lost to a later one.';
call projection.make_timeline('application_deferral', 'ccg', 'from_wave');

create table projection.authorisation (ccg text not null, wave int, outcome text);
comment on table projection.authorisation is 'What was decided on an application, and in which wave.';
call projection.make_timeline('authorisation', 'ccg');

-- Criteria.

create table projection.criterion (catalogue text not null, criterion text not null, domain int, text text, standing text);
comment on table projection.criterion is 'The criteria of an edition of the catalogue.';
call projection.make_timeline('criterion', 'catalogue', 'criterion');

create table projection.assessment (ccg text not null, criterion text not null, result text, stage text);
comment on table projection.assessment is 'Whether an application meets a criterion, as last judged.';
call projection.make_timeline('assessment', 'ccg', 'criterion');

-- Conditions.

create table projection.condition (ccg text not null, condition text not null, criterion text, bespoke boolean, imposed_on date);
comment on table projection.condition is 'A condition, from its imposition to its discharge.';
call projection.make_timeline('condition', 'ccg', 'condition');

create table projection.condition_level (ccg text not null, condition text not null, level text);
comment on table projection.condition_level is 'The level of support of a condition.';
call projection.make_timeline('condition_level', 'ccg', 'condition');

create table projection.condition_text (ccg text not null, condition text not null, text text);
comment on table projection.condition_text is 'What a condition demands.';
call projection.make_timeline('condition_text', 'ccg', 'condition');

create table projection.condition_mainstreaming (ccg text not null, condition text not null, document text, mainstreamed_on date);
comment on table projection.condition_mainstreaming is 'A condition that was folded into ordinary assurance; it is outstanding until discharged.';
call projection.make_timeline('condition_mainstreaming', 'ccg', 'condition');

create table projection.condition_review (ccg text not null, review int, reviewed_on date, remaining int, next_review text);
comment on table projection.condition_review is 'The last review of a group''s conditions.';
call projection.make_timeline('condition_review', 'ccg');

create table projection.rectification_plan (ccg text not null, document text, milestones jsonb);
comment on table projection.rectification_plan is 'The plan by which a group is to meet its conditions.';
call projection.make_timeline('rectification_plan', 'ccg');

-- Directions.

create table projection.direction (ccg text not null, direction text not null, power text, kind text, enables text, issued_on date);
comment on table projection.direction is 'A direction, from its issue to its revocation.';
call projection.make_timeline('direction', 'ccg', 'direction');

create table projection.direction_terms (ccg text not null, direction text not null, functions text[], in_force_from date,
    in_force_until date);
comment on table projection.direction_terms is 'What a direction extends to; the last day is one of force.';
call projection.make_timeline('direction_terms', 'ccg', 'direction');

create table projection.direction_document (ccg text not null, direction text not null, document text);
comment on table projection.direction_document is 'The document in which a direction is given.';
call projection.make_timeline('direction_document', 'ccg', 'direction');

create table projection.function_taken (ccg text not null, direction text not null, function text not null, until date);
comment on table projection.function_taken is 'A function that a direction takes from its group, until it is returned.';
call projection.make_timeline('function_taken', 'ccg', 'direction', 'function');

create table projection.function_assignment (ccg text not null, direction text not null, function text not null,
    exerciser text, until date);
comment on table projection.function_assignment is 'Who exercises a function that was taken, once that is assigned.';
call projection.make_timeline('function_assignment', 'ccg', 'direction', 'function');
