@NullMarked
package org.ccgledger.events.predecessors;

import org.jspecify.annotations.NullMarked;
