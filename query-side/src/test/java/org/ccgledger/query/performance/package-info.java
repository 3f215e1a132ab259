@NullMarked
package org.ccgledger.query.performance;

import org.jspecify.annotations.NullMarked;
