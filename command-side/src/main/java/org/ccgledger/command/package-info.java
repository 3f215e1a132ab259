@NullMarked
package org.ccgledger.command;

import org.jspecify.annotations.NullMarked;
