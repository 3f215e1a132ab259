/// Who asks, and what is open to whom: the one place that both sides share.
@NullMarked
package org.ccgledger.access;

import org.jspecify.annotations.NullMarked;
