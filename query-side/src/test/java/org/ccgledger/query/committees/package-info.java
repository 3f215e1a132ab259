@NullMarked
package org.ccgledger.query.committees;

import org.jspecify.annotations.NullMarked;
