/// Which conditions are outstanding?
@NullMarked
package org.ccgledger.query.conditions;

import org.jspecify.annotations.NullMarked;
