@NullMarked
package org.ccgledger.query.funds;

import org.jspecify.annotations.NullMarked;
