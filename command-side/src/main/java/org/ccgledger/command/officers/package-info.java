/// Who answers for a group.
@NullMarked
package org.ccgledger.command.officers;

import org.jspecify.annotations.NullMarked;
