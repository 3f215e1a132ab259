package org.ccgledger.events.approvals;

import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.jspecify.annotations.Nullable;

/// The step that is agreed to: what it is, for which group and, where one is concerned, which
/// practice.
public record ApprovalSubject(ApprovedStep step, CcgCode ccg, @Nullable PracticeCode practice) {}
