/// What are groups allotted for health care, and what of it do they commit?
@NullMarked
package org.ccgledger.query.funds;

import org.jspecify.annotations.NullMarked;
