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

-- What became of the requests of an append. The verdict on a request is one of
--   0  appended; the first positions and the leaf hashes are those of all that is appended, in its order
--   1  known: the command id has an outcome already; nothing of it was written
--   2  overtaken: the stream moved, or something that the decision read was added to; nothing of it was written
create type ledger.appended as (
    verdicts int[], first_positions bigint[], recorded_micros bigint, leaf_hashes bytea[]
);

-- One append of many requests: a request is one command that writes one stream, and is written or refused on its own.
-- Held under the append's lock, so positions are dense and in commit order. Requests of one call must not depend on one
-- another, but for p_request_after: the number of the request that writes the versions just before, without which this
-- one is overtaken.
--
-- What it costs decides how fast the ledger is. Arrays are read element by element, which is cheaper than turning them
-- into rows; those that would be empty are null, and their statements are left out; a single event, the common case of a
-- quiet ledger, is inserted as such. Whoever calls it sets plan_cache_mode to force_generic_plan: a plan of its own for
-- every length of the arrays would cost more than the append. No subquery is an `exists`, which would be planned as one
-- pass over the whole table.
create function ledger.append(
    p_writer uuid, p_term bigint,
    -- a request each
    p_command_ids text[], p_fingerprints bytea[], p_metadata bytea[], p_decisions bytea[], p_streams text[],
    p_versions bigint[], p_event_counts int[], p_request_after int[],
    -- an event each, in the order of the requests; days since 1970
    p_event_indexes int[], p_event_streams text[], p_event_versions bigint[], p_types text[], p_schema_versions int[],
    p_effective_days int[], p_bodies bytea[], p_facts bytea[], p_part_commitments bytea[],
    -- a tag of an event each
    p_tag_events int[], p_tags text[], p_tag_types text[],
    -- something that a request read each
    p_guard_stream_requests int[], p_guard_streams text[], p_guard_stream_positions bigint[],
    p_guard_tag_requests int[], p_guard_tags text[], p_guard_tag_types text[], p_guard_tag_positions bigint[],
    -- a personal part of an event each
    p_part_events int[], p_part_numbers int[], p_part_fields text[], p_part_subjects text[], p_part_salts bytea[],
    p_part_contents bytea[])
returns ledger.appended language plpgsql as $$
declare
    current_term    bigint;
    last_position   bigint;
    now_recorded    timestamptz;
    recorded_micros bigint;
    overtaken       int[];
    verdicts        int[];
    first_positions bigint[];
    written         int[];    -- the requests that are appended
    written_events  int[];    -- and their events
    event_positions bigint[]; -- by event, null for those that are not appended
    leaf_hashes     bytea[];
    event           int := 0;
begin
    -- A statement of its own: what follows then sees all that earlier holders of the lock have committed.
    perform pg_advisory_xact_lock(4919131752989213764);

    if p_guard_streams is not null then
        overtaken := array(
            select p_guard_stream_requests[g] from generate_subscripts(p_guard_streams, 1) g
            where p_guard_stream_positions[g] < (select e.position from ledger.event e
                                                 where e.stream = p_guard_streams[g] order by e.version desc limit 1));
    end if;
    if p_guard_tags is not null then
        overtaken := overtaken || array(
            select p_guard_tag_requests[g] from generate_subscripts(p_guard_tags, 1) g
            where p_guard_tag_positions[g] < (select t.position from ledger.tag t
                                              where t.tag = p_guard_tags[g] and t.position > p_guard_tag_positions[g]
                                                and t.type = any (string_to_array(p_guard_tag_types[g], ',')) limit 1));
    end if;
    select (select max(t.term) from ledger.writer_term t where t.writer = p_writer),
           coalesce((select e.position from ledger.event e order by e.position desc limit 1), 0),
           greatest(clock_timestamp(), (select e.recorded_at from ledger.event e order by e.position desc limit 1)),
           array(select case when (select c.position from ledger.command c
                                   where c.command_id = p_command_ids[r]::uuid) > 0 then 1
                             when r = any (overtaken) then 2
                             when p_request_after[r] = 0 and p_versions[r] <> coalesce(
                                 (select e.version from ledger.event e
                                  where e.stream = p_streams[r] order by e.version desc limit 1), 0) then 2
                             else 0 end
                 from generate_subscripts(p_command_ids, 1) r order by r)
        into current_term, last_position, now_recorded, verdicts;
    if p_term is distinct from current_term then
        raise exception 'term % of writer % is over', p_term, p_writer using errcode = 'object_not_in_prerequisite_state';
    end if;
    recorded_micros := extract(epoch from now_recorded) * 1000000;

    if verdicts = '{0}' and cardinality(p_bodies) = 1 then
        event_positions := array[last_position + 1];
        first_positions := event_positions;
        leaf_hashes := array[sha256('\x00'::bytea || int8send(event_positions[1]) || int8send(recorded_micros)
                                    || p_bodies[1])];
        insert into ledger.command (position, command_id, event_count, fingerprint, metadata, decision)
            values (event_positions[1], p_command_ids[1]::uuid, 1, p_fingerprints[1], p_metadata[1], p_decisions[1]);
        insert into ledger.event (position, recorded_at, stream, version, command_index, type, schema_version,
                                  effective_on, body, fact, part_commitments, leaf_hash)
            values (event_positions[1], now_recorded, p_event_streams[1], p_event_versions[1], 0, p_types[1],
                    p_schema_versions[1], date '1970-01-01' + p_effective_days[1], p_bodies[1], p_facts[1],
                    p_part_commitments[1], leaf_hashes[1]);
    else
        -- A request that is not appended takes no position, so that none is ever missing.
        for request in 1 .. cardinality(p_command_ids) loop
            if verdicts[request] = 0 and p_request_after[request] > 0 and verdicts[p_request_after[request]] > 0 then
                verdicts[request] := 2;
            end if;
            if verdicts[request] = 0 then
                written := written || request;
                first_positions := first_positions || last_position + 1;
                for i in 1 .. p_event_counts[request] loop
                    last_position := last_position + 1;
                    event_positions[event + i] := last_position;
                    written_events := written_events || event + i;
                    leaf_hashes := leaf_hashes || sha256('\x00'::bytea || int8send(last_position)
                                                         || int8send(recorded_micros) || p_bodies[event + i]);
                end loop;
            end if;
            event := event + p_event_counts[request];
        end loop;
        insert into ledger.command (position, command_id, event_count, fingerprint, metadata, decision)
            select first_positions[n], p_command_ids[r]::uuid, p_event_counts[r], p_fingerprints[r], p_metadata[r],
                   p_decisions[r]
            from generate_subscripts(written, 1) n, lateral (values (written[n])) as request (r);
        insert into ledger.event (position, recorded_at, stream, version, command_index, type, schema_version,
                                  effective_on, body, fact, part_commitments, leaf_hash)
            select event_positions[e], now_recorded, p_event_streams[e], p_event_versions[e], p_event_indexes[e],
                   p_types[e], p_schema_versions[e], date '1970-01-01' + p_effective_days[e], p_bodies[e], p_facts[e],
                   p_part_commitments[e], leaf_hashes[n]
            from generate_subscripts(written_events, 1) n, lateral (values (written_events[n])) as event (e);
    end if;

    if p_tags is not null then
        insert into ledger.tag (tag, position, type)
            select p_tags[t], event_positions[p_tag_events[t]], p_tag_types[t]
            from generate_subscripts(p_tags, 1) t
            where event_positions[p_tag_events[t]] is not null;
    end if;
    if p_part_events is not null then
        insert into ledger.personal (position, part, field, subject, salt, content)
            select event_positions[p_part_events[p]], p_part_numbers[p], p_part_fields[p], p_part_subjects[p]::uuid,
                   p_part_salts[p], p_part_contents[p]
            from generate_subscripts(p_part_events, 1) p
            where event_positions[p_part_events[p]] is not null;
    end if;
    return (verdicts, first_positions, recorded_micros, leaf_hashes);
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
