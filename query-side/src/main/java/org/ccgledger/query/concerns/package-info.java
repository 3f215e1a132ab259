/// Which concerns were raised about whom, and what became of them?
@NullMarked
package org.ccgledger.query.concerns;

import org.jspecify.annotations.NullMarked;
