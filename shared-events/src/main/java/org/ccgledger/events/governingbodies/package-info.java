/// Who sits on the governing bodies of groups.
@NullMarked
package org.ccgledger.events.governingbodies;

import org.jspecify.annotations.NullMarked;
