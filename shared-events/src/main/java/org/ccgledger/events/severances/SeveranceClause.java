package org.ccgledger.events.severances;

import org.ccgledger.events.PersonalText;

/// A clause of an agreement on leaving. Its words are about the employee.
public record SeveranceClause(int no, ClauseKind kind, PersonalText text) {}
