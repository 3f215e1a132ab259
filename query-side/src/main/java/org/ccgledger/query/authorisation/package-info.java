/// How many groups are authorised, in which waves, and how do they stand?
@NullMarked
package org.ccgledger.query.authorisation;

import org.jspecify.annotations.NullMarked;
