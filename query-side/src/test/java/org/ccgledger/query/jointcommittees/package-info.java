@NullMarked
package org.ccgledger.query.jointcommittees;

import org.jspecify.annotations.NullMarked;
