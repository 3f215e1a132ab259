/// What was promised to groups, and what bears on it?
@NullMarked
package org.ccgledger.query.pledges;

import org.jspecify.annotations.NullMarked;
