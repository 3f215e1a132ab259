@NullMarked
package org.ccgledger.events.jointcommittees;

import org.jspecify.annotations.NullMarked;
