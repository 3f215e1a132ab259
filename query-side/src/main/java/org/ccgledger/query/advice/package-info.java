/// What advice were groups given, and what did they make of it?
@NullMarked
package org.ccgledger.query.advice;

import org.jspecify.annotations.NullMarked;
