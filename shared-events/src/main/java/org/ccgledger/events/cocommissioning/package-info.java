@NullMarked
package org.ccgledger.events.cocommissioning;

import org.jspecify.annotations.NullMarked;
