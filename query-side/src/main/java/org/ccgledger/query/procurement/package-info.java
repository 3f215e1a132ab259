/// What do groups procure, how was each provider found, and to whom were contracts awarded?
@NullMarked
package org.ccgledger.query.procurement;

import org.jspecify.annotations.NullMarked;
