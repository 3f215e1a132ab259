-- What is known better of what the ledger holds.

create table projection.record_correction (correction text not null, ccg text, stream text, version int, field text,
    wrong_value text, right_value text, reasons text, citation text, corrected_on date);
comment on table projection.record_correction is 'What an entry of the ledger should have said; the entry stays as it is.';
call projection.make_timeline('record_correction', 'correction');
