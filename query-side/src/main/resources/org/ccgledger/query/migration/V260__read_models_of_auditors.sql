-- Who may read the ledger may read what is made of it, and take it away in files that say what their columns hold.

grant usage on schema projection to ledger_auditor;
do $$
declare
    one text;
begin
    for one in
        select relname from pg_class
        where relnamespace = 'projection'::regnamespace and relkind = 'r' and relname <> 'schema_history'
    loop
        execute format('grant select on projection.%I to ledger_auditor', one);
    end loop;
end $$;

-- What every timeline has, said at its columns.
create procedure projection.describe_timeline(timeline text) language plpgsql as $$
begin
    execute format('comment on column projection.%I.holds is ''Whether there is anything on these days; if not, only the key has values''', timeline);
    execute format('comment on column projection.%I.set_by is ''Position of the event that says so''', timeline);
    execute format('comment on column projection.%I.eff_from is ''First day for which the row speaks''', timeline);
    execute format('comment on column projection.%I.eff_to is ''First day for which it does not speak any more; none while no such day is known''', timeline);
    execute format('comment on column projection.%I.known_from is ''Position of the event from which on this was known''', timeline);
    execute format('comment on column projection.%I.known_to is ''Position of the event from which on something else was known; none while this is''', timeline);
end $$;

-- Auditors read every timeline, and its columns say what they hold.
alter procedure projection.make_timeline(text, variadic text[]) rename to shape_timeline;
create procedure projection.make_timeline(timeline text, variadic key text[]) language plpgsql as $$
begin
    call projection.shape_timeline(timeline, variadic key);
    execute format('grant select on projection.%I to ledger_auditor', timeline);
    call projection.describe_timeline(timeline);
end $$;

do $$
declare
    one text;
begin
    for one in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'known_to'
        where c.relnamespace = 'projection'::regnamespace and c.relkind = 'r'
    loop
        call projection.describe_timeline(one);
    end loop;
end $$;

-- What columns of one name hold in every table.
do $$
declare
    one record;
begin
    for one in
        select c.relname, a.attname, d.description
        from (values
            ('ccg', 'ODS code of the group'),
            ('practice', 'ODS code of the practice contract'),
            ('person', 'The person, by pseudonym'),
            ('wave', 'Number of the wave'),
            ('position', 'Position of the event in the ledger'),
            ('recorded_at', 'When it was recorded'),
            ('effective_on', 'Day from which it has effect'),
            ('stream', 'The boundary that the event belongs to'),
            ('event_id', 'Id of the event'),
            ('command_id', 'Id of the command'),
            ('decision_id', 'Id of the command that was decided'),
            ('actor', 'Who acted, by pseudonym'),
            ('on_behalf_of', 'For whom, if for another'),
            ('sentence', 'The event in plain English'),
            ('ccgs', 'ODS codes of the groups that it concerns'),
            ('citation', 'The source'),
            ('url', 'Where the source is'),
            ('amount', 'In pounds')) as d (attname, description)
        join pg_attribute a on a.attname = d.attname
        join pg_class c on c.oid = a.attrelid and c.relnamespace = 'projection'::regnamespace and c.relkind = 'r'
        where col_description(c.oid, a.attnum) is null and c.relname <> 'progress'
    loop
        execute format('comment on column projection.%I.%I is %L', one.relname, one.attname, one.description);
    end loop;
end $$;

grant usage on schema rebuild to ledger_auditor;
grant select on rebuild.skipped_event to ledger_auditor;
