/// Advice that groups ask for and are given, and what they make of it.
@NullMarked
package org.ccgledger.command.advice;

import org.jspecify.annotations.NullMarked;
