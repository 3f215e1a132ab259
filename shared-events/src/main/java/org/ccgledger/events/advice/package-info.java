@NullMarked
package org.ccgledger.events.advice;

import org.jspecify.annotations.NullMarked;
