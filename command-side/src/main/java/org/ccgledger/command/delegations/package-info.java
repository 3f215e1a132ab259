/// Schemes of reservation and delegation: who decides in a group's place, on what and up to what.
@NullMarked
package org.ccgledger.command.delegations;

import org.jspecify.annotations.NullMarked;
