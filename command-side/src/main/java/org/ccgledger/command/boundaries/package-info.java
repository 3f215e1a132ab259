/// Facts of other boundaries, read by the functions that capabilities share.
@NullMarked
package org.ccgledger.command.boundaries;

import org.jspecify.annotations.NullMarked;
