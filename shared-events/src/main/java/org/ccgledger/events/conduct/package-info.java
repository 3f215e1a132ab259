@NullMarked
package org.ccgledger.events.conduct;

import org.jspecify.annotations.NullMarked;
