@NullMarked
package org.ccgledger.query.runningcosts;

import org.jspecify.annotations.NullMarked;
