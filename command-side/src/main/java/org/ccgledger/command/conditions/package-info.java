/// Conditions of a group's authorisation after the grant: imposed, reviewed, discharged.
@NullMarked
package org.ccgledger.command.conditions;

import org.jspecify.annotations.NullMarked;
