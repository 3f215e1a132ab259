@NullMarked
package org.ccgledger.query.tariffs;

import org.jspecify.annotations.NullMarked;
