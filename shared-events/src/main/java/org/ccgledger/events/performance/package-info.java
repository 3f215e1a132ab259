@NullMarked
package org.ccgledger.events.performance;

import org.jspecify.annotations.NullMarked;
