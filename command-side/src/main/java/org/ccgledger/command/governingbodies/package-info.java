/// Who sits on the governing bodies of groups.
@NullMarked
package org.ccgledger.command.governingbodies;

import org.jspecify.annotations.NullMarked;
