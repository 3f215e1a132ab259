/// What groups are allotted for health care, and what of it they commit.
@NullMarked
package org.ccgledger.command.funds;

import org.jspecify.annotations.NullMarked;
