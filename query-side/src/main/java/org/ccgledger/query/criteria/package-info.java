/// Which criteria were not met how often?
@NullMarked
package org.ccgledger.query.criteria;

import org.jspecify.annotations.NullMarked;
