@NullMarked
package org.ccgledger.events.directions;

import org.jspecify.annotations.NullMarked;
