/// Which joint committees are there, who belongs to them on which terms, and who was pressed?
@NullMarked
package org.ccgledger.query.jointcommittees;

import org.jspecify.annotations.NullMarked;
