@NullMarked
package org.ccgledger.query.pledges;

import org.jspecify.annotations.NullMarked;
