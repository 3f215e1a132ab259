@NullMarked
package org.ccgledger.query.pressure;

import org.jspecify.annotations.NullMarked;
