/// The committees of single groups.
@NullMarked
package org.ccgledger.events.committees;

import org.jspecify.annotations.NullMarked;
