/// What is known better of what the ledger holds.
@NullMarked
package org.ccgledger.events.corrections;

import org.jspecify.annotations.NullMarked;
