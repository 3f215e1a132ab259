/// The PostgreSQL that comes with the product, and the folder that holds its data.
@NullMarked
package org.ccgledger.standalone.postgres;

import org.jspecify.annotations.NullMarked;
