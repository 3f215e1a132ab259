package org.ccgledger.system;

/// Who acts: a pseudonym, a role and a body, and on whose behalf if another's; [Tokens] gets the
/// tokens that say so.
public final class Senders {

    public static final String BOARD = "board-1;role=BOARD_AUTHORISATION;body=BOARD/X24";
    public static final String BOARD_OFFICER = "board-2;role=BOARD_OFFICER;body=BOARD/X24";
    public static final String REGISTRY = "registry-1;role=REGISTRY;body=DH/X1";
    public static final String AUDITOR = "auditor-1;role=AUDITOR;body=BOARD/X24";

    private Senders() {}

    /// The governance lead of a group.
    public static String lead(String ccg) {
        return "lead-" + ccg + ";role=CCG_GOVERNANCE_LEAD;body=CCG/" + ccg;
    }

    /// The accountable officer of a group.
    public static String officer(String ccg) {
        return "accountable-officer-" + ccg + ";role=CCG_ACCOUNTABLE_OFFICER;body=CCG/" + ccg;
    }

    /// The representative of a practice.
    public static String practice(String code) {
        return "gp-" + code + ";role=PRACTICE_REPRESENTATIVE;body=PRACTICE/" + code;
    }
}
