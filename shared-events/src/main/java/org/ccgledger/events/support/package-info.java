@NullMarked
package org.ccgledger.events.support;

import org.jspecify.annotations.NullMarked;
