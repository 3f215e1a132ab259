@NullMarked
package org.ccgledger.events.pressure;

import org.jspecify.annotations.NullMarked;
