@NullMarked
package org.ccgledger.witness;

import org.jspecify.annotations.NullMarked;
