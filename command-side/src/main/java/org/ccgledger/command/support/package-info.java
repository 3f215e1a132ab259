/// Who supports groups in commissioning, by their own choice.
@NullMarked
package org.ccgledger.command.support;

import org.jspecify.annotations.NullMarked;
