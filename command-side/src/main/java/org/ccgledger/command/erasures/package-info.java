/// The erasure of what is personal.
@NullMarked
package org.ccgledger.command.erasures;

import org.jspecify.annotations.NullMarked;
