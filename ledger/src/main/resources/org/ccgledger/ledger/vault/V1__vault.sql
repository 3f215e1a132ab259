-- The vault: a key for each person whose personal parts the ledger holds. Destroying the key makes them unreadable.

create table vault.subject_key (
    subject    uuid        primary key,
    key        bytea       not null check (octet_length(key) = 32),
    created_at timestamptz not null default clock_timestamp()
);

grant usage on schema vault to ledger_app, ledger_eraser;
grant select, insert on vault.subject_key to ledger_app;
grant select (subject), delete on vault.subject_key to ledger_eraser;
