@NullMarked
package org.ccgledger.events.membership;

import org.jspecify.annotations.NullMarked;
