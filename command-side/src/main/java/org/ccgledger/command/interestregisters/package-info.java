/// What a group does with its registers of interests as a whole.
@NullMarked
package org.ccgledger.command.interestregisters;

import org.jspecify.annotations.NullMarked;
