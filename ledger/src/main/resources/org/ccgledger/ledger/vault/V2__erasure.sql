-- A key that is destroyed is gone from the table's files once the table has been written anew.

grant maintain on vault.subject_key to ledger_eraser;
