-- A range of instants is one of positions, which the ledger tells.

drop index projection.audit_event_recorded_at, projection.decision_recorded_at, projection.refusal_recorded_at;
