-- Joint committees: what each is, its terms and its members.

create table projection.joint_committee (joint_committee text not null, name text, power text, proposed_by text);
comment on table projection.joint_committee is 'A joint committee, from its proposal on.';
call projection.make_timeline('joint_committee', 'joint_committee');

create table projection.joint_committee_status (joint_committee text not null, status text, since date, cause text);
comment on table projection.joint_committee_status is 'Where a joint committee stands: PROPOSED, then FORMED, then DISSOLVED.';
call projection.make_timeline('joint_committee_status', 'joint_committee');

create table projection.joint_terms (joint_committee text not null, terms_version int, functions text[], voting_rule text,
    percent numeric, majority_may_bind boolean, quorum int, notice_days int, chair_rule text, reserved_matters text[],
    dispute_route text, liability text, cost_sharing text);
comment on table projection.joint_terms is 'The terms in effect or, before the committee is formed, those proposed first.';
call projection.make_timeline('joint_terms', 'joint_committee');

create table projection.joint_terms_proposal (joint_committee text not null, terms_version int, functions text[],
    voting_rule text, percent numeric, majority_may_bind boolean, quorum int, notice_days int, chair_rule text,
    reserved_matters text[], dispute_route text, liability text, cost_sharing text);
comment on table projection.joint_terms_proposal is 'Later terms that are proposed and not yet in effect.';
call projection.make_timeline('joint_terms_proposal', 'joint_committee');

create table projection.joint_terms_agreement (joint_committee text not null, member text not null, terms_version int);
comment on table projection.joint_terms_agreement is 'The variation of the terms to which a member has agreed last.';
call projection.make_timeline('joint_terms_agreement', 'joint_committee', 'member');

create table projection.joint_member (joint_committee text not null, member text not null, standing text, since date);
comment on table projection.joint_member is
    'Where a body stands: INVITED, AGREED or DECLINED; then ACTIVE, NOTICE_GIVEN, WITHDRAWN or ENDED with the committee.';
call projection.make_timeline('joint_member', 'joint_committee', 'member');

create table projection.joint_member_terms (joint_committee text not null, member text not null, terms_version int);
comment on table projection.joint_member_terms is 'The version of the terms that binds a member by its own agreement.';
call projection.make_timeline('joint_member_terms', 'joint_committee', 'member');

create table projection.joint_member_notice (joint_committee text not null, member text not null, leaves_on date);
comment on table projection.joint_member_notice is 'A notice to withdraw that is running.';
call projection.make_timeline('joint_member_notice', 'joint_committee', 'member');

create table projection.joint_reservation (joint_committee text not null, member text not null, matter text not null);
comment on table projection.joint_reservation is 'A matter that a member keeps to itself.';
call projection.make_timeline('joint_reservation', 'joint_committee', 'member', 'matter');
