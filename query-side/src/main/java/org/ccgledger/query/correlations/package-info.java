/// What caused what?
@NullMarked
package org.ccgledger.query.correlations;

import org.jspecify.annotations.NullMarked;
