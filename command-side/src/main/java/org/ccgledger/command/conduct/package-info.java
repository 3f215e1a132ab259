/// How the people of a group conduct themselves where their interests meet its business.
@NullMarked
package org.ccgledger.command.conduct;

import org.jspecify.annotations.NullMarked;
