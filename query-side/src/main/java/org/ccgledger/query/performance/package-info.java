/// How do groups do with what they are given?
@NullMarked
package org.ccgledger.query.performance;

import org.jspecify.annotations.NullMarked;
