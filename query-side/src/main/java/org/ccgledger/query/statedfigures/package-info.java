/// What sources state, beside what the ledger counts.
@NullMarked
package org.ccgledger.query.statedfigures;

import org.jspecify.annotations.NullMarked;
