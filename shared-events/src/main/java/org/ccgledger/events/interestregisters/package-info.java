@NullMarked
package org.ccgledger.events.interestregisters;

import org.jspecify.annotations.NullMarked;
