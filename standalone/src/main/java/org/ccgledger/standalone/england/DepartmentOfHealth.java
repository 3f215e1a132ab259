package org.ccgledger.standalone.england;

import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;

/// The Department of Health as it was named until 2018.
final class DepartmentOfHealth {

    static final BodyRef BODY = new BodyRef("DH/DH");
    static final Actor SECRETARY_OF_STATE =
            Script.office("secretary-of-state", Role.DEPARTMENT_OF_HEALTH, BODY);

    private DepartmentOfHealth() {}
}
