@NullMarked
package org.ccgledger.query.statedfigures;

import org.jspecify.annotations.NullMarked;
