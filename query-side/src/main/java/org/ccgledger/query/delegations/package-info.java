/// Who may decide what in a group's place, and up to what?
@NullMarked
package org.ccgledger.query.delegations;

import org.jspecify.annotations.NullMarked;
