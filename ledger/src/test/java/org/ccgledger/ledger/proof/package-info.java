@NullMarked
package org.ccgledger.ledger.proof;

import org.jspecify.annotations.NullMarked;
