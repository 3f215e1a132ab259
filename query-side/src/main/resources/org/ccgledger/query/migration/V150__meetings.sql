-- Meetings: who attended, what was before them, which interests were ruled on, who voted how and what was decided.

create table projection.meeting (meeting text not null, forum text, forum_kind text, meeting_on date, starts_at text,
    held_in_public boolean);
comment on table projection.meeting is 'A meeting, from its call on.';
call projection.make_timeline('meeting', 'meeting');

create table projection.meeting_on_paper (meeting text not null, forum text, forum_kind text, meeting_on date);
comment on table projection.meeting_on_paper is 'A meeting of which minutes tell, whether it was called here or not.';
call projection.make_timeline('meeting_on_paper', 'meeting');

create table projection.meeting_status (meeting text not null, status text, since date, minutes text);
comment on table projection.meeting_status is 'Where a meeting stands: SCHEDULED, OPEN, CLOSED, MINUTES_APPROVED.';
call projection.make_timeline('meeting_status', 'meeting');

create table projection.meeting_expected (meeting text not null, member text not null);
comment on table projection.meeting_expected is
    'Who had a vote in the body when the meeting was opened: a person or, in a joint committee, a body.';
call projection.make_timeline('meeting_expected', 'meeting', 'member');

create table projection.meeting_attendance (meeting text not null, person text not null, capacity text, body text,
    arrived text, left_at text);
comment on table projection.meeting_attendance is 'Who attended a meeting, in which capacity, from when and until when.';
call projection.make_timeline('meeting_attendance', 'meeting', 'person');

create table projection.meeting_item (meeting text not null, item text not null, title text, function text, basis text,
    instrument text, provision text, delegation text, delegated_primary_care boolean, concerns text[], papers text[]);
comment on table projection.meeting_item is 'What is before a meeting, or was by its minutes.';
call projection.make_timeline('meeting_item', 'meeting', 'item');

create table projection.meeting_item_status (meeting text not null, item text not null, status text, since date,
    detail text);
comment on table projection.meeting_item_status is
    'Where an item stands: TABLED, INTERESTS_CALLED, VOTING, CARRIED, LOST, DEFERRED, REFERRED.';
call projection.make_timeline('meeting_item_status', 'meeting', 'item');

create table projection.meeting_interest (meeting text not null, item text not null, person text not null,
    interest text not null, spoken boolean);
comment on table projection.meeting_interest is 'An interest that somebody present declared in an item.';
call projection.make_timeline('meeting_interest', 'meeting', 'item', 'person', 'interest');

create table projection.meeting_ruling (meeting text not null, item text not null, person text not null,
    interest text not null, category text, ruling text);
comment on table projection.meeting_ruling is 'What was ruled on an interest in an item.';
call projection.make_timeline('meeting_ruling', 'meeting', 'item', 'person', 'interest');

create table projection.meeting_conflict (meeting text not null, item text not null, person text not null,
    subject text not null, ruling text);
comment on table projection.meeting_conflict is
    'A live interest in an item as it stood when voting was opened or closed: by its id, or by the person''s practice.';
call projection.make_timeline('meeting_conflict', 'meeting', 'item', 'person', 'subject');

create table projection.meeting_voting (meeting text not null, item text not null, eligible int, quorum int);
comment on table projection.meeting_voting is 'How many votes there were after exclusions when voting was opened, and how many were needed.';
call projection.make_timeline('meeting_voting', 'meeting', 'item');

create table projection.meeting_vote (meeting text not null, item text not null, person text not null, body text,
    vote text);
comment on table projection.meeting_vote is 'What a voter said last.';
call projection.make_timeline('meeting_vote', 'meeting', 'item', 'person');

create table projection.meeting_decision (meeting text not null, item text not null, outcome text, reason text,
    minuted boolean, in_favour int, against int, abstained int, casting_vote text, bound text[], absent text[], decided_on date,
    decided_by text, role text, body text);
comment on table projection.meeting_decision is 'What was decided on an item.';
call projection.make_timeline('meeting_decision', 'meeting', 'item');

create table projection.meeting_ballot (meeting text not null, item text not null, person text not null, body text,
    vote text);
comment on table projection.meeting_ballot is 'A vote that counted.';
call projection.make_timeline('meeting_ballot', 'meeting', 'item', 'person');

create table projection.meeting_imposition (meeting text not null, item text not null, member text not null);
comment on table projection.meeting_imposition is 'A member that is bound by a decision against its vote.';
call projection.make_timeline('meeting_imposition', 'meeting', 'item', 'member');

create table projection.meeting_taint (meeting text not null, item text not null, person text not null,
    subject text not null, tainted_on date);
comment on table projection.meeting_taint is
    'An interest over which somebody voted without the meeting having cleared it: by its id, or by the person''s practice.';
call projection.make_timeline('meeting_taint', 'meeting', 'item', 'person', 'subject');

create table projection.meeting_rescission (meeting text not null, item text not null, by_meeting text, by_item text,
    rescinded_on date);
comment on table projection.meeting_rescission is 'The decision that took the place of another.';
call projection.make_timeline('meeting_rescission', 'meeting', 'item');

create table projection.meeting_ratification (meeting text not null, item text not null, at_meeting text,
    ratified_on date);
comment on table projection.meeting_ratification is 'The meeting that stood by a tainted decision last.';
call projection.make_timeline('meeting_ratification', 'meeting', 'item');
