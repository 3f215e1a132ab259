/// Figures that sources state, to be held against what the ledger counts.
@NullMarked
package org.ccgledger.command.statedfigures;

import org.jspecify.annotations.NullMarked;
