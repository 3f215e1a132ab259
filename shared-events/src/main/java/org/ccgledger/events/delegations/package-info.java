/// Schemes of reservation and delegation.
@NullMarked
package org.ccgledger.events.delegations;

import org.jspecify.annotations.NullMarked;
