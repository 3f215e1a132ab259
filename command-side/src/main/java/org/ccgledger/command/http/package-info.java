/// Commands over HTTP: one controller for all of them.
@NullMarked
package org.ccgledger.command.http;

import org.jspecify.annotations.NullMarked;
