/// Which groups merged or ceased to exist, and who took their place?
@NullMarked
package org.ccgledger.query.successions;

import org.jspecify.annotations.NullMarked;
