@NullMarked
package org.ccgledger.ledger;

import org.jspecify.annotations.NullMarked;
