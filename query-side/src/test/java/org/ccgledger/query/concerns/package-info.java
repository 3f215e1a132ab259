@NullMarked
package org.ccgledger.query.concerns;

import org.jspecify.annotations.NullMarked;
