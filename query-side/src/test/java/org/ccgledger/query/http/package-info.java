@NullMarked
package org.ccgledger.query.http;

import org.jspecify.annotations.NullMarked;
