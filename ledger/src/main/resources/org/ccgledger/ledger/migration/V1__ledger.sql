-- The ledger: events in commit order, the commands that they come from, and the names that they are found under.
-- Nothing here is ever updated or deleted, but for the personal parts, which a separate role may delete.

create table ledger.event (
    position         bigint      primary key,
    recorded_at      timestamptz not null,
    stream           text        not null,
    version          bigint      not null,
    command_index    int         not null, -- the command's row stands at position - command_index
    type             text        not null,
    schema_version   int         not null,
    effective_on     date        not null,
    body             bytea       not null, -- what is hashed, docs/ledger-format.md
    fact             bytea       not null,
    part_commitments bytea       not null, -- 32 bytes for each personal part, in order of its number
    leaf_hash        bytea       not null,
    unique (stream, version)
);
comment on table ledger.event is 'Every event, at dense positions in commit order.';

create table ledger.command (
    position    bigint primary key, -- of its first event
    command_id  uuid   not null unique,
    event_count int    not null,
    fingerprint bytea  not null,    -- keyed digest of what was asked for
    metadata    bytea  not null,    -- who, under which authority, why: the same for all its events
    decision    bytea  not null     -- the decision record
);
comment on table ledger.command is 'Every command that has an outcome, with its decision record.';

create table ledger.tag (
    tag      text   not null,
    position bigint not null,
    type     text   not null,
    primary key (tag, position)
);
comment on table ledger.tag is 'The names under which events of several streams are found together.';

create table ledger.personal (
    position bigint not null,
    part     int    not null,
    field    text   not null,
    subject  uuid   not null,
    salt     bytea  not null,
    content  bytea  not null, -- nonce and ciphertext under the subject's key
    primary key (position, part)
);
comment on table ledger.personal is 'Personal parts of events and decision records, encrypted under the subject''s key.';
create index personal_subject on ledger.personal (subject);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete on ledger.event
    for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.command
    for each row execute function ledger.refuse_change();
create trigger append_only before update or delete on ledger.tag
    for each row execute function ledger.refuse_change();
create trigger no_update before update on ledger.personal
    for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.event execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.command execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.tag execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.personal execute function ledger.refuse_change();

-- Who appends: a process, and how often it has begun anew. An append under an earlier term than the last is refused, so
-- once a term is begun, what the earlier one has committed is all that it ever will.
create table ledger.writer_term (
    writer uuid   not null,
    term   bigint not null,
    primary key (writer, term)
);
comment on table ledger.writer_term is 'The terms of the processes that append.';
create trigger append_only before update or delete on ledger.writer_term
    for each row execute function ledger.refuse_change();
create trigger no_truncate before truncate on ledger.writer_term execute function ledger.refuse_change();

-- Begins a writer's next term, after all that holds the append's lock or waits for it.
create function ledger.begin_term(p_writer uuid) returns bigint language plpgsql as $$
declare
    begun bigint;
begin
    perform pg_advisory_xact_lock(4919131752989213764);
    insert into ledger.writer_term (writer, term)
        select p_writer, coalesce(max(t.term), 0) + 1 from ledger.writer_term t where t.writer = p_writer
        returning term into begun;
    return begun;
end $$;

-- One append of many requests: a request is one command that writes one stream, and is written or refused on its own.
-- Held under the append's lock, so positions are dense and in commit order. The verdict on a request is one of
--   0  appended; the first positions and the leaf hashes are those of all that is appended, in its order
--   1  known: the command id has an outcome already; nothing of it was written
--   2  overtaken: the stream moved, or something that the decision read was added to; nothing of it was written
-- Requests of one call must not depend on one another, but for p_request_after: the number of the request that writes
-- the versions just before, without which this one is overtaken.
create function ledger.append(
    p_writer uuid, p_term bigint,
    -- a request each
    p_command_ids text[], p_fingerprints bytea[], p_metadata bytea[], p_decisions bytea[], p_streams text[],
    p_versions bigint[], p_event_counts int[], p_request_after int[],
    -- an event each, in the order of the requests; days since 1970
    p_event_requests int[], p_event_indexes int[], p_event_streams text[], p_event_versions bigint[], p_types text[],
    p_schema_versions int[], p_effective_days int[], p_bodies bytea[], p_facts bytea[], p_part_commitments bytea[],
    -- a tag of an event each
    p_tag_events int[], p_tags text[], p_tag_types text[],
    -- something that a request read each
    p_guard_stream_requests int[], p_guard_streams text[], p_guard_stream_positions bigint[],
    p_guard_tag_requests int[], p_guard_tags text[], p_guard_tag_types text[], p_guard_tag_positions bigint[],
    -- a personal part of an event each
    p_part_events int[], p_part_numbers int[], p_part_fields text[], p_part_subjects text[], p_part_salts bytea[],
    p_part_contents bytea[],
    out verdicts int[], out first_positions bigint[], out recorded_micros bigint, out leaf_hashes bytea[])
language plpgsql
-- A plan of its own for every length of the arrays would cost more than the append.
set plan_cache_mode = force_generic_plan
as $$
declare
    current_term    bigint;
    last_position   bigint;
    last_recorded   timestamptz;
    now_recorded    timestamptz;
    overtaken       int[];
    refused         boolean;
    event_positions bigint[];
    chained         int;
begin
    -- A statement of its own: what follows then sees all that earlier holders of the lock have committed.
    perform pg_advisory_xact_lock(4919131752989213764);

    select (select max(t.term) from ledger.writer_term t where t.writer = p_writer), coalesce(e.position, 0), e.recorded_at
        into current_term, last_position, last_recorded
        from (values (1)) as one
        left join lateral (select e.position, e.recorded_at from ledger.event e order by e.position desc limit 1) e on true;
    if p_term is distinct from current_term then
        raise exception 'term % of writer % is over', p_term, p_writer using errcode = 'object_not_in_prerequisite_state';
    end if;

    -- Every statement has its price, whatever it finds; those that would find nothing are left out.
    if cardinality(p_guard_stream_requests) > 0 then
        select array_agg(g.request) into overtaken
            from unnest(p_guard_stream_requests, p_guard_streams, p_guard_stream_positions) as g(request, stream, position)
            where g.position < (select e.position from ledger.event e
                                where e.stream = g.stream order by e.version desc limit 1);
    end if;
    if cardinality(p_guard_tag_requests) > 0 then
        select overtaken || array_agg(g.request) into overtaken
            from unnest(p_guard_tag_requests, p_guard_tags, p_guard_tag_types, p_guard_tag_positions)
                 as g(request, tag, types, position)
            where g.position < (select t.position from ledger.tag t
                                where t.tag = g.tag and t.position > g.position
                                  and t.type = any (string_to_array(g.types, ',')) limit 1);
    end if;

    select array_agg(verdict.verdict order by verdict.n), bool_or(verdict.verdict <> 0) into verdicts, refused from (
        select r.n, case when exists (select from ledger.command c where c.command_id = r.command_id::uuid) then 1
                         when r.after = 0 and r.version <> coalesce(
                             (select e.version from ledger.event e
                              where e.stream = r.stream order by e.version desc limit 1), 0) then 2
                         when r.n = any (overtaken) then 2
                         else 0 end as verdict
        from unnest(p_command_ids, p_streams, p_versions, p_request_after) with ordinality
             as r(command_id, stream, version, after, n)) verdict;

    if refused then
        for chained in
            select a.n from unnest(p_request_after) with ordinality as a(after, n) where a.after > 0 order by a.n
        loop
            if verdicts[chained] = 0 and verdicts[p_request_after[chained]] <> 0 then
                verdicts[chained] := 2;
            end if;
        end loop;
    end if;

    now_recorded := greatest(clock_timestamp(), last_recorded);
    recorded_micros := (extract(epoch from now_recorded) * 1000000)::bigint;

    -- A request that is not appended takes no position, so that none is ever missing.
    with inserted as (
        insert into ledger.command (position, command_id, event_count, fingerprint, metadata, decision)
        select last_position + 1 + sum(r.event_count) over (order by r.n) - r.event_count,
               r.command_id::uuid, r.event_count, r.fingerprint, r.metadata, r.decision
        from unnest(p_command_ids, p_event_counts, p_fingerprints, p_metadata, p_decisions) with ordinality
             as r(command_id, event_count, fingerprint, metadata, decision, n)
        where verdicts[r.n] = 0
        returning command.position)
    select array_agg(i.position order by i.position) into first_positions from inserted i;

    if first_positions is null then
        return;
    end if;

    with inserted as (
        insert into ledger.event (position, recorded_at, stream, version, command_index, type, schema_version,
                                  effective_on, body, fact, part_commitments, leaf_hash)
        select e.position, now_recorded, e.stream, e.version, e.index, e.type, e.schema_version,
               date '1970-01-01' + e.effective_day, e.body, e.fact, e.part_commitments,
               sha256('\x00'::bytea || int8send(e.position) || int8send(recorded_micros) || e.body)
        from (select last_position + row_number() over (order by e.n) as position, e.*
              from unnest(p_event_requests, p_event_indexes, p_event_streams, p_event_versions, p_types,
                          p_schema_versions, p_effective_days, p_bodies, p_facts, p_part_commitments) with ordinality
                   as e(request, index, stream, version, type, schema_version, effective_day, body, fact,
                        part_commitments, n)
              where verdicts[e.request] = 0) e
        returning event.position, event.leaf_hash)
    select array_agg(i.leaf_hash order by i.position) into leaf_hashes from inserted i;

    if cardinality(p_tags) > 0 or cardinality(p_part_events) > 0 then
        select array_agg(case when verdicts[e.request] = 0 then last_position + e.before end order by e.n)
            into event_positions
            from (select e.request, e.n, count(*) filter (where verdicts[e.request] = 0) over (order by e.n) as before
                  from unnest(p_event_requests) with ordinality as e(request, n)) e;

        insert into ledger.tag (tag, position, type)
            select t.tag, event_positions[t.event], t.type
            from unnest(p_tag_events, p_tags, p_tag_types) as t(event, tag, type)
            where event_positions[t.event] is not null;

        insert into ledger.personal (position, part, field, subject, salt, content)
            select event_positions[p.event], p.part, p.field, p.subject::uuid, p.salt, p.content
            from unnest(p_part_events, p_part_numbers, p_part_fields, p_part_subjects, p_part_salts, p_part_contents)
                 as p(event, part, field, subject, salt, content)
            where event_positions[p.event] is not null;
    end if;

    perform pg_notify('ledger', (last_position + cardinality(leaf_hashes))::text);
end $$;

-- Readable JSON for those who look with psql; the bytes above are what counts.
create view ledger.readable_event as
    select e.position, e.recorded_at, e.stream, e.version, c.command_id, e.command_index, e.type, e.schema_version,
           e.effective_on, convert_from(e.fact, 'UTF8')::jsonb as fact, convert_from(c.metadata, 'UTF8')::jsonb as metadata
    from ledger.event e join ledger.command c on c.position = e.position - e.command_index;

revoke all on all functions in schema ledger from public;

grant usage on schema ledger to ledger_app, ledger_auditor, ledger_eraser;
grant select, insert on ledger.event, ledger.command, ledger.tag, ledger.personal, ledger.writer_term to ledger_app;
grant select on ledger.readable_event to ledger_app, ledger_auditor;
grant execute on function ledger.append, ledger.begin_term to ledger_app;
grant execute on function ledger.refuse_change to ledger_app, ledger_eraser;
grant select on ledger.event, ledger.command, ledger.tag, ledger.personal, ledger.writer_term to ledger_auditor;
grant select (position, part, subject) on ledger.personal to ledger_eraser;
grant delete on ledger.personal to ledger_eraser;
