/// The committees of single groups: their terms, and who sits on them.
@NullMarked
package org.ccgledger.command.committees;

import org.jspecify.annotations.NullMarked;
