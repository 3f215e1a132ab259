@NullMarked
package org.ccgledger.events.governanceaudits;

import org.jspecify.annotations.NullMarked;
