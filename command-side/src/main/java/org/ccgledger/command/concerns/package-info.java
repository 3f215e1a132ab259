/// Concerns that people raise, and those who raise them protected.
@NullMarked
package org.ccgledger.command.concerns;

import org.jspecify.annotations.NullMarked;
