/// Are groups left to decide for themselves?
@NullMarked
package org.ccgledger.query.autonomy;

import org.jspecify.annotations.NullMarked;
