@NullMarked
package org.ccgledger.query.autonomy;

import org.jspecify.annotations.NullMarked;
