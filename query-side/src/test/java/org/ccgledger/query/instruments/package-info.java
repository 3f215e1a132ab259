@NullMarked
package org.ccgledger.query.instruments;

import org.jspecify.annotations.NullMarked;
