create view reporting.person_decisions as
    select p.person, p.part, p.vote, d.position, d.recorded_at, d.effective_on, d.title, d.outcome, d.stream,
           d.ccgs as groups, d.command, d.role, d.body, d.on_behalf_of, u.instrument, u.provision, u.delegation,
           array_remove(array[
               case when coalesce(u.instrument, u.provision, u.delegation) is null then 'NO_AUTHORITY' end,
               case when d.reasons is null then 'NO_REASONS' end,
               case when p.tainted then 'INTEREST_NOT_CLEARED' end], null) as gaps,
           '/v1/commands/' || d.decision_id as receipt, '/v1/reports/decisions/' || d.decision_id as report
    from (select a.actor as person, 'DECIDED' as part, null as vote, a.position, false as tainted
          from projection.decision a
          union all
          select b.person, 'VOTED', b.vote, m.set_by,
                 exists (select 1 from projection.meeting_taint_at t
                         where t.meeting = b.meeting and t.item = b.item and t.person = b.person)
          from projection.meeting_ballot_at b
          join projection.meeting_decision_at m using (meeting, item)
          where b.person is not null) p
    join projection.decision d on d.position = p.position
    left join projection.meeting_decision_at m on m.set_by = d.position
    left join projection.meeting_item_at i using (meeting, item),
    lateral (select coalesce(i.instrument, d.instrument) as instrument, coalesce(i.provision, d.provision) as provision,
                    coalesce(i.delegation, d.delegation) as delegation) u
    where d.position <= projection.known_at() and d.effective_on <= projection.as_of();
comment on view reporting.person_decisions is
    'What a person decided, or voted on, under which authority, and what is missing from that.';
comment on column reporting.person_decisions.person is 'The person, by pseudonym';
comment on column reporting.person_decisions.part is 'DECIDED as the one who acted, or VOTED in a meeting';
comment on column reporting.person_decisions.vote is 'FOR, AGAINST or ABSTAIN in a meeting';
comment on column reporting.person_decisions.instrument is 'That of the decision or, for what a meeting decided, of its item';
comment on column reporting.person_decisions.gaps is
    'NO_AUTHORITY: none was named; NO_REASONS: none were given; INTEREST_NOT_CLEARED: voted with an interest that the meeting had not cleared';
