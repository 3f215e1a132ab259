package org.ccgledger.events.approvals;

/// The steps of one body that need another's agreement.
public enum ApprovedStep {
    JOIN_APPLICATION,
    LEAVE_APPLICATION,
    AMEND_CONSTITUTION,
    COMBINE_APPLICATIONS,
    TRANSFER_PRACTICE,
    RECTIFICATION_PLAN,
    SIGN_DELEGATION_AGREEMENT,
    END_DELEGATION
}
