/// The erasure of what is personal.
@NullMarked
package org.ccgledger.events.erasures;

import org.jspecify.annotations.NullMarked;
