/// How the Board holds groups to account for what they achieve with what they are given.
@NullMarked
package org.ccgledger.command.performance;

import org.jspecify.annotations.NullMarked;
