/// Which decisions were made, by whom, under which authority and why.
@NullMarked
package org.ccgledger.query.decisionhistory;

import org.jspecify.annotations.NullMarked;
