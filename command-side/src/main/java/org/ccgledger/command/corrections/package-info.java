/// What is known better of what the ledger holds; nothing is ever deleted.
@NullMarked
package org.ccgledger.command.corrections;

import org.jspecify.annotations.NullMarked;
