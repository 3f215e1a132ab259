@NullMarked
package org.ccgledger.query.decisionhistory;

import org.jspecify.annotations.NullMarked;
