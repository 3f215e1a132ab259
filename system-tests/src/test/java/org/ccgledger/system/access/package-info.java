/// Who may do what, held against the running application.
@NullMarked
package org.ccgledger.system.access;

import org.jspecify.annotations.NullMarked;
