@NullMarked
package org.ccgledger.events.runningcosts;

import org.jspecify.annotations.NullMarked;
