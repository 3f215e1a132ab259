@NullMarked
package org.ccgledger.events.statedfigures;

import org.jspecify.annotations.NullMarked;
