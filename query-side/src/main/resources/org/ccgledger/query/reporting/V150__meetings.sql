create view reporting.meeting_attendance as
    select a.meeting, m.forum, m.meeting_on, a.person, a.body, a.capacity, a.arrived, a.left_at, a.set_by as position
    from projection.meeting_attendance_at a
    left join projection.meeting_at m using (meeting);
comment on view reporting.meeting_attendance is 'Who attended which meeting.';
comment on column reporting.meeting_attendance.body is 'Body for which a person attends a joint committee';
comment on column reporting.meeting_attendance.capacity is 'VOTING_MEMBER, DEPUTY or IN_ATTENDANCE';
comment on column reporting.meeting_attendance.left_at is 'When the person left; empty for who stayed';
comment on column reporting.meeting_attendance.position is 'Position of the event that says so';

create view reporting.attendance_by_member as
    select m.forum, e.member, count(*) as expected, count(a.meeting) as attended,
           round(100.0 * count(a.meeting) / count(*), 1) as percent, max(greatest(e.set_by, a.set_by)) as position
    from projection.meeting_expected_at e
    join projection.meeting_at m using (meeting)
    left join lateral (
        select max(x.meeting) as meeting, max(x.set_by) as set_by from projection.meeting_attendance_at x
        where x.meeting = e.meeting and x.capacity <> 'IN_ATTENDANCE' and coalesce(x.body, x.person) = e.member) a on true
    group by m.forum, e.member;
comment on view reporting.attendance_by_member is
    'At how many of the meetings that were opened each member of a body was there, or somebody for it.';
comment on column reporting.attendance_by_member.member is 'A person or, in a joint committee, a body';
comment on column reporting.attendance_by_member.expected is 'Meetings opened while it had a vote';
comment on column reporting.attendance_by_member.percent is 'Share of these that it attended';
comment on column reporting.attendance_by_member.position is 'Position of the latest event that says so';

create view reporting.meetings as
    select meeting, coalesce(m.forum, p.forum) as forum, coalesce(m.forum_kind, p.forum_kind) as forum_kind,
           coalesce(m.meeting_on, p.meeting_on) as meeting_on, m.starts_at, m.held_in_public,
           coalesce(s.status, 'ON_PAPER') as status, s.since, s.minutes,
           (select count(*) from projection.meeting_expected_at e where e.meeting = k.meeting) as expected,
           (select count(distinct coalesce(a.body, a.person)) from projection.meeting_attendance_at a
            where a.meeting = k.meeting and a.capacity <> 'IN_ATTENDANCE') as present,
           (select count(*) from projection.meeting_attendance_at a
            where a.meeting = k.meeting and a.capacity = 'IN_ATTENDANCE') as in_attendance,
           (select count(*) from projection.meeting_item_at i where i.meeting = k.meeting) as items,
           (select count(*) from projection.meeting_decision_at d where d.meeting = k.meeting) as decided,
           greatest(m.set_by, s.set_by, p.set_by) as position
    from (select meeting from projection.meeting_at union select meeting from projection.meeting_on_paper_at) k
    left join projection.meeting_at m using (meeting)
    left join projection.meeting_on_paper_at p using (meeting)
    left join projection.meeting_status_at s using (meeting);
comment on view reporting.meetings is 'Meetings of bodies that decide, with how many attended and how much they decided.';
comment on column reporting.meetings.forum is 'Body that meets, as KIND/CODE';
comment on column reporting.meetings.forum_kind is 'GOVERNING_BODY, JOINT_COMMITTEE or COMMITTEE';
comment on column reporting.meetings.status is 'SCHEDULED, OPEN, CLOSED, MINUTES_APPROVED, or ON_PAPER if known from minutes alone';
comment on column reporting.meetings.since is 'Day from which it stands so';
comment on column reporting.meetings.expected is 'Votes in the body when the meeting was opened';
comment on column reporting.meetings.present is 'Votes whose holders attended';
comment on column reporting.meetings.in_attendance is 'People who attended without a vote';
comment on column reporting.meetings.position is 'Position of the latest event that says so';

create view reporting.meeting_interests as
    select k.meeting, k.item, k.person, k.subject, bool_or(k.declared) as declared_at_meeting,
           coalesce(max(k.ruling) filter (where k.rank = 1), max(k.ruling)) as ruling, max(k.set_by) as position
    from (select meeting, item, person, interest as subject, true as declared, null as ruling, 0 as rank, set_by
          from projection.meeting_interest_at
          union all
          select meeting, item, person, interest, false, ruling, 1, set_by from projection.meeting_ruling_at
          union all
          select meeting, item, person, subject, false, ruling, 2, set_by from projection.meeting_conflict_at) k
    group by k.meeting, k.item, k.person, k.subject;
comment on view reporting.meeting_interests is 'Interests in items: declared at the meeting, ruled on, or live at the vote.';
comment on column reporting.meeting_interests.subject is 'Id of the interest, or code of the person''s own practice';
comment on column reporting.meeting_interests.ruling is 'NOTE, STAY_NO_VOTE or EXCLUDE; empty while nobody has ruled';
comment on column reporting.meeting_interests.position is 'Position of the latest event that says so';

create view reporting.meeting_items as
    select i.meeting, i.item, m.forum, m.meeting_on, i.title, i.function, i.basis, i.instrument, i.provision,
           i.delegation, i.delegated_primary_care, i.concerns, i.papers, s.status, s.since, s.detail, m.expected,
           m.present, x.excluded, x.excluded_persons, v.eligible, v.quorum, v.eligible >= v.quorum as quorate,
           (select count(*) from projection.meeting_vote_at b
            where b.meeting = i.meeting and b.item = i.item) as voted,
           greatest(i.set_by, s.set_by, v.set_by) as position
    from projection.meeting_item_at i
    join reporting.meetings m using (meeting)
    left join projection.meeting_item_status_at s using (meeting, item)
    left join projection.meeting_voting_at v using (meeting, item)
    left join lateral (
        select count(distinct n.person) as excluded,
               coalesce(array_agg(distinct n.person), '{}') as excluded_persons
        from reporting.meeting_interests n
        where n.meeting = i.meeting and n.item = i.item and n.ruling in ('STAY_NO_VOTE', 'EXCLUDE')) x on true;
comment on view reporting.meeting_items is
    'What was before meetings: where it stands, who had to stand aside, and the quorum needed and reached.';
comment on column reporting.meeting_items.basis is 'OWN_FUNCTION, DELEGATION, DIRECTION or JOINT_SCOPE';
comment on column reporting.meeting_items.concerns is 'Whom the decision affects';
comment on column reporting.meeting_items.status is
    'TABLED, INTERESTS_CALLED, VOTING, CARRIED, LOST, DEFERRED or REFERRED';
comment on column reporting.meeting_items.detail is 'Why it was lost, to whom it was referred or to which meeting deferred';
comment on column reporting.meeting_items.expected is 'Votes in the body when the meeting was opened';
comment on column reporting.meeting_items.present is 'Votes whose holders attended the meeting';
comment on column reporting.meeting_items.excluded is 'People whom an interest kept from voting';
comment on column reporting.meeting_items.eligible is 'Votes that remained when voting was opened';
comment on column reporting.meeting_items.quorum is 'Votes that had to remain';
comment on column reporting.meeting_items.voted is 'People who have cast a vote';
comment on column reporting.meeting_items.position is 'Position of the latest event that says so';

create view reporting.meeting_decisions as
    select d.meeting || '/' || d.item as decision, d.meeting, d.item, m.forum, m.forum_kind, d.decided_on as effective_on,
           i.title, i.function, d.outcome, d.reason, d.minuted, d.in_favour, d.against, d.abstained,
           d.casting_vote,
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'person', b.person, 'body', b.body, 'vote', b.vote)) order by b.body, b.person), '[]')
            from projection.meeting_ballot_at b where b.meeting = d.meeting and b.item = d.item) as votes,
           (select coalesce(array_agg(coalesce(b.body, b.person) order by b.body, b.person), '{}')
            from projection.meeting_ballot_at b
            where b.meeting = d.meeting and b.item = d.item and b.vote = 'AGAINST') as dissenters,
           d.bound, d.absent,
           (select coalesce(array_agg(o.member order by o.member), '{}') from projection.meeting_imposition_at o
            where o.meeting = d.meeting and o.item = d.item) as imposed_on,
           d.decided_by, d.role, d.body, i.basis, i.instrument, i.provision, i.delegation, i.concerns, i.papers,
           (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'person', n.person, 'interest', n.subject, 'declaredAtMeeting', n.declared_at_meeting,
                       'ruling', n.ruling)) order by n.person, n.subject), '[]')
            from reporting.meeting_interests n where n.meeting = d.meeting and n.item = d.item) as interests,
           exists (select 1 from projection.meeting_taint_at t
                   where t.meeting = d.meeting and t.item = d.item) as tainted,
           (select coalesce(jsonb_agg(jsonb_build_object(
                       'person', t.person, 'interest', t.subject, 'on', t.tainted_on) order by t.person, t.subject), '[]')
            from projection.meeting_taint_at t where t.meeting = d.meeting and t.item = d.item) as taints,
           r.at_meeting is not null as ratified, r.at_meeting as ratified_at, r.ratified_on,
           x.by_meeting is not null as rescinded, x.by_meeting || '/' || x.by_item as rescinded_by, x.rescinded_on,
           d.set_by as position
    from projection.meeting_decision_at d
    join projection.meeting_item_at i using (meeting, item)
    join reporting.meetings m using (meeting)
    left join projection.meeting_ratification_at r using (meeting, item)
    left join projection.meeting_rescission_at x using (meeting, item);
comment on view reporting.meeting_decisions is
    'What bodies that meet decided: by which votes, under which authority, over which interests, and what became of it.';
comment on column reporting.meeting_decisions.decision is 'Meeting and item';
comment on column reporting.meeting_decisions.outcome is 'CARRIED or LOST';
comment on column reporting.meeting_decisions.reason is
    'Why it was lost: NOT_QUORATE, UNANIMITY_REQUIRED or MAJORITY_NOT_REACHED';
comment on column reporting.meeting_decisions.minuted is 'Whether it is known from minutes rather than from votes cast here';
comment on column reporting.meeting_decisions.casting_vote is 'Second vote of the chair, if that decided: FOR or AGAINST';
comment on column reporting.meeting_decisions.dissenters is 'Bodies or people that voted against';
comment on column reporting.meeting_decisions.bound is 'Bodies that it binds';
comment on column reporting.meeting_decisions.absent is 'Bound bodies that did not vote';
comment on column reporting.meeting_decisions.imposed_on is 'Bound bodies that voted against';
comment on column reporting.meeting_decisions.decided_by is 'Who closed the vote or recorded the minutes';
comment on column reporting.meeting_decisions.interests is 'Interests in it, with what was ruled on each';
comment on column reporting.meeting_decisions.tainted is
    'Whether somebody voted with an interest that the meeting had not cleared';
comment on column reporting.meeting_decisions.ratified_at is 'Meeting that stood by it last in spite of that';
comment on column reporting.meeting_decisions.rescinded_by is 'Decision that took its place';
comment on column reporting.meeting_decisions.position is 'Position of the event that says so';

create view reporting.voting_records as
    select v.meeting, v.item, v.forum, v.title, v.effective_on, v.outcome, v.minuted, v.member, v.person, v.vote,
           v.member = any (v.bound) as bound,
           v.member = any (v.bound) and v.vote in ('AGAINST', 'ABSENT') as imposed, v.position
    from (select d.meeting, d.item, d.forum, d.title, d.effective_on, d.outcome, d.minuted, d.bound, d.position,
                 coalesce(b.body, b.person) as member, b.person, b.vote
          from reporting.meeting_decisions d
          join projection.meeting_ballot_at b using (meeting, item)
          union all
          select d.meeting, d.item, d.forum, d.title, d.effective_on, d.outcome, d.minuted, d.bound, d.position,
                 a.member, null, 'ABSENT'
          from reporting.meeting_decisions d, unnest(d.absent) as a (member)) v;
comment on view reporting.voting_records is
    'How every member voted on what was decided, and whether it is bound although it voted against or was absent.';
comment on column reporting.voting_records.member is 'A person or, in a joint committee, a body';
comment on column reporting.voting_records.vote is 'FOR, AGAINST, ABSTAIN, or ABSENT for a bound body without a vote';
comment on column reporting.voting_records.imposed is 'Whether it is bound although it did not agree';
comment on column reporting.voting_records.position is 'Position of the decision';

create or replace view reporting.decisions as
    select d.decision_id, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream, d.ccgs as groups,
           d.command, d.actor as decided_by, d.role, d.body, d.on_behalf_of, d.instrument, d.provision, d.delegation,
           d.reasons, d.evidence, d.source, d.rule_set, d.correlation_id,
           (select jsonb_agg(jsonb_build_object('position', e.position, 'id', e.event_id, 'type', e.type,
                                                'schemaVersion', e.schema_version, 'sentence', e.sentence)
                             order by e.position)
            from projection.decision_event e
            where e.decision_id = d.decision_id and e.position <= projection.known_at()) as events,
           '/v1/commands/' || d.decision_id as receipt,
           '/v1/audit/streams/' || replace(d.stream, ':', '/') as history,
           m.decision as meeting_decision, m.forum, m.in_favour, m.against, m.abstained, m.votes, m.dissenters, m.bound,
           m.imposed_on, m.interests, m.papers, m.tainted, m.ratified, m.rescinded
    from projection.decision d
    left join reporting.meeting_decisions m on m.position = d.position
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();
comment on column reporting.decisions.meeting_decision is 'Meeting and item, for what a body decided by its votes';
comment on column reporting.decisions.interests is 'Interests in it, with what was ruled on each';
comment on column reporting.decisions.tainted is
    'Whether somebody voted with an interest that the meeting had not cleared';
