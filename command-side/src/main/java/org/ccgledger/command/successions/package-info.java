@NullMarked
package org.ccgledger.command.successions;

import org.jspecify.annotations.NullMarked;
