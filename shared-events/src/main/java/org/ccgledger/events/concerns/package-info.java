@NullMarked
package org.ccgledger.events.concerns;

import org.jspecify.annotations.NullMarked;
