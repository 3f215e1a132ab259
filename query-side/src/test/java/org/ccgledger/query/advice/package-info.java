@NullMarked
package org.ccgledger.query.advice;

import org.jspecify.annotations.NullMarked;
