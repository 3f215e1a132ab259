-- A meeting is looked up by its name in each part of a union of all rows; for one of different rows all meetings are read.
create or replace view reporting.meetings as
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
    from (select meeting from projection.meeting_at
          union all
          select o.meeting from projection.meeting_on_paper_at o
          where not exists (select from projection.meeting_at h where h.meeting = o.meeting)) k
    left join projection.meeting_at m using (meeting)
    left join projection.meeting_on_paper_at p using (meeting)
    left join projection.meeting_status_at s using (meeting);
