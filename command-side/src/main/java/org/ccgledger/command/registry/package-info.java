/// The register of groups: that a group exists, under which code, with which constitution, for how
/// many people.
@NullMarked
package org.ccgledger.command.registry;

import org.jspecify.annotations.NullMarked;
