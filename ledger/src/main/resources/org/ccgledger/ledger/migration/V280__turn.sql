-- Waits for an append's turn, for a writer that then inserts without asking what ledger.append asks: it knows all that
-- came after what its requests have read, up to the last position, and takes the next. If anybody else has appended, that
-- position is taken, and its transaction fails as a whole.
create function ledger.take_turn(p_writer uuid, p_term bigint) returns void language plpgsql as $$
declare
    current_term bigint;
begin
    perform pg_advisory_xact_lock(4919131752989213764);
    select max(t.term) into current_term from ledger.writer_term t where t.writer = p_writer;
    if p_term is distinct from current_term then
        raise exception 'term % of writer % is over', p_term, p_writer using errcode = 'object_not_in_prerequisite_state';
    end if;
end $$;

revoke all on function ledger.take_turn from public;
grant execute on function ledger.take_turn to ledger_app;
