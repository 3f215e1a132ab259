@NullMarked
package org.ccgledger.events.instruments;

import org.jspecify.annotations.NullMarked;
