package org.ccgledger.events.governanceaudits;

import java.time.LocalDate;

/// What an audit found wanting. It says nothing about a natural person.
///
/// @param text what is to be done
/// @param due day by which
public record AuditFinding(String text, FindingSeverity severity, LocalDate due) {}
