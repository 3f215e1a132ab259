package org.ccgledger.command.interests;

import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.interests.DeclarantClass;
import org.jspecify.annotations.Nullable;

/// A command that says in which capacity somebody declares.
interface Declaration {

    PersonId person();

    CcgCode ccg();

    DeclarantClass declarant();

    @Nullable PracticeCode practice();

    @Nullable Boolean decisionMaking();

    /// Everybody but an employee decides, if nothing is said.
    default boolean isDecisionMaking() {
        Boolean said = decisionMaking();
        return said != null ? said : declarant() != DeclarantClass.EMPLOYEE;
    }
}
