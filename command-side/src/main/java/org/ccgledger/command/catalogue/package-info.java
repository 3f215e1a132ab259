/// The criteria that applications are held against, and the waves in which they come.
@NullMarked
package org.ccgledger.command.catalogue;

import org.jspecify.annotations.NullMarked;
