@NullMarked
package org.ccgledger.events.expressions;

import org.jspecify.annotations.NullMarked;
