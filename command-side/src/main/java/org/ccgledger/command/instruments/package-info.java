/// What Parliament does with instruments, and the powers that they give.
@NullMarked
package org.ccgledger.command.instruments;

import org.jspecify.annotations.NullMarked;
