/// How bodies come to act by joint committee, on which terms, and how they leave.
@NullMarked
package org.ccgledger.command.jointcommittees;

import org.jspecify.annotations.NullMarked;
