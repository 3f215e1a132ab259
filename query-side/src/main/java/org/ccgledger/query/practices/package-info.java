/// Of which group is a practice a member?
@NullMarked
package org.ccgledger.query.practices;

import org.jspecify.annotations.NullMarked;
