/// Who has an interest in what a group decides?
@NullMarked
package org.ccgledger.query.interests;

import org.jspecify.annotations.NullMarked;
