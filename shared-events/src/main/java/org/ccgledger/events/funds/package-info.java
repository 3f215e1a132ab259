@NullMarked
package org.ccgledger.events.funds;

import org.jspecify.annotations.NullMarked;
