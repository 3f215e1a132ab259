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

-- One append: one command, one stream. Held under the append's lock, so positions are dense and in commit order.
-- The answer is one of
--   known      the command id has an outcome already; nothing was written
--   overtaken  the stream moved, or something that the decision read was added to; nothing was written
--   appended   first position, time and leaf hashes are given
create function ledger.append(
    p_command_id uuid, p_fingerprint bytea, p_metadata bytea, p_decision bytea,
    p_stream text, p_version bigint,
    p_types text[], p_schema_versions int[], p_effective_on date[], p_bodies bytea[], p_facts bytea[],
    p_part_commitments bytea[],
    p_tag_events int[], p_tags text[],
    p_guard_streams text[], p_guard_stream_positions bigint[],
    p_guard_tags text[], p_guard_tag_types text[], p_guard_tag_positions bigint[],
    p_part_events int[], p_part_numbers int[], p_part_fields text[], p_part_subjects uuid[], p_part_salts bytea[],
    p_part_contents bytea[],
    out verdict text, out first_position bigint, out recorded_at timestamptz, out leaf_hashes bytea[])
language plpgsql as $$
declare
    last_position bigint;
    last_recorded timestamptz;
begin
    -- A statement of its own: what follows then sees all that earlier holders of the lock have committed.
    perform pg_advisory_xact_lock(4919131752989213764);

    if exists (select from ledger.command c where c.command_id = p_command_id) then
        verdict := 'known';
        return;
    end if;

    select e.position, e.recorded_at into last_position, last_recorded
        from ledger.event e order by e.position desc limit 1;
    last_position := coalesce(last_position, 0);

    if p_version <> coalesce(
            (select e.version from ledger.event e where e.stream = p_stream order by e.version desc limit 1), 0)
       or exists (
            select from unnest(p_guard_streams, p_guard_stream_positions) as g(stream, position)
            where g.position < (select e.position from ledger.event e
                                where e.stream = g.stream order by e.version desc limit 1))
       or exists (
            select from unnest(p_guard_tags, p_guard_tag_types, p_guard_tag_positions) as g(tag, types, position)
            where exists (select from ledger.tag t
                          where t.tag = g.tag and t.position > g.position
                            and t.type = any (string_to_array(g.types, ','))))
    then
        verdict := 'overtaken';
        return;
    end if;

    verdict := 'appended';
    first_position := last_position + 1;
    recorded_at := greatest(clock_timestamp(), last_recorded);

    insert into ledger.command (position, command_id, event_count, fingerprint, metadata, decision)
        values (first_position, p_command_id, cardinality(p_types), p_fingerprint, p_metadata, p_decision);

    with inserted as (
        insert into ledger.event (position, recorded_at, stream, version, command_index, type, schema_version,
                                  effective_on, body, fact, part_commitments, leaf_hash)
        select last_position + e.n, append.recorded_at, p_stream, p_version + e.n, e.n - 1, e.type, e.schema_version,
               e.effective_on, e.body, e.fact, e.part_commitments,
               sha256('\x00'::bytea || int8send(last_position + e.n)
                      || int8send((extract(epoch from append.recorded_at) * 1000000)::bigint) || e.body)
        from unnest(p_types, p_schema_versions, p_effective_on, p_bodies, p_facts, p_part_commitments)
             with ordinality as e(type, schema_version, effective_on, body, fact, part_commitments, n)
        returning event.position, event.leaf_hash)
    select array_agg(i.leaf_hash order by i.position) into leaf_hashes from inserted i;

    insert into ledger.tag (tag, position, type)
        select t.tag, first_position + t.event, p_types[t.event + 1]
        from unnest(p_tag_events, p_tags) as t(event, tag);

    insert into ledger.personal (position, part, field, subject, salt, content)
        select first_position + p.event, p.part, p.field, p.subject, p.salt, p.content
        from unnest(p_part_events, p_part_numbers, p_part_fields, p_part_subjects, p_part_salts, p_part_contents)
             as p(event, part, field, subject, salt, content);
end $$;

-- Readable JSON for those who look with psql; the bytes above are what counts.
create view ledger.readable_event as
    select e.position, e.recorded_at, e.stream, e.version, c.command_id, e.command_index, e.type, e.schema_version,
           e.effective_on, convert_from(e.fact, 'UTF8')::jsonb as fact, convert_from(c.metadata, 'UTF8')::jsonb as metadata
    from ledger.event e join ledger.command c on c.position = e.position - e.command_index;

revoke all on all functions in schema ledger from public;

grant usage on schema ledger to ledger_app, ledger_auditor, ledger_eraser;
grant select, insert on ledger.event, ledger.command, ledger.tag, ledger.personal to ledger_app;
grant select on ledger.readable_event to ledger_app, ledger_auditor;
grant execute on function ledger.append to ledger_app;
grant execute on function ledger.refuse_change to ledger_app, ledger_eraser;
grant select on ledger.event, ledger.command, ledger.tag, ledger.personal to ledger_auditor;
grant select (position, part, subject) on ledger.personal to ledger_eraser;
grant delete on ledger.personal to ledger_eraser;
