/// What may groups spend on running themselves, and what do they spend?
@NullMarked
package org.ccgledger.query.runningcosts;

import org.jspecify.annotations.NullMarked;
