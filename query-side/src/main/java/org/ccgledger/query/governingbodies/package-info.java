/// Who sits on governing bodies, and what these lack.
@NullMarked
package org.ccgledger.query.governingbodies;

import org.jspecify.annotations.NullMarked;
