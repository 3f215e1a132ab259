/// Which audits of groups' governance are there, and what do they leave to do?
@NullMarked
package org.ccgledger.query.governanceaudits;

import org.jspecify.annotations.NullMarked;
