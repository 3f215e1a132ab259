/// What no one module can show: both sides, their databases and their HTTP as one.
@NullMarked
package org.ccgledger.system;

import org.jspecify.annotations.NullMarked;
