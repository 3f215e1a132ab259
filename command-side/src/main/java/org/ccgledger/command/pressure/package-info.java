/// Pressure on groups, and what they do about it.
@NullMarked
package org.ccgledger.command.pressure;

import org.jspecify.annotations.NullMarked;
