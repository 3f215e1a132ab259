@NullMarked
package org.ccgledger.events.approvals;

import org.jspecify.annotations.NullMarked;
