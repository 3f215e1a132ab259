-- What the command side remembers beside the ledger: how far its automations have read, and what falls due. All of it
-- can be made again from the ledger; no decision reads it.

create table automation.token_entry (
    processor_name text        not null,
    segment        int         not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);
comment on table automation.token_entry is 'Axon''s tokens: who reads for an automation, and how far it is.';

create table automation.due (
    command_id uuid primary key,
    event_id   uuid not null, -- from which it follows
    due_on     date not null
);
comment on table automation.due is 'Commands that the system sends when their day has come.';
create index due_on on automation.due (due_on);

-- As db-scheduler wants it.
create table automation.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index execution_time on automation.scheduled_tasks (execution_time);
create index last_heartbeat on automation.scheduled_tasks (last_heartbeat);

grant usage on schema automation to ccg_command;
grant select, insert, update, delete on all tables in schema automation to ccg_command;
