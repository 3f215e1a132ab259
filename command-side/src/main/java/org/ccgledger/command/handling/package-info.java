/// Carries a command from its envelope to a durable outcome. The one place that knows both Axon and
/// the deciders.
@NullMarked
package org.ccgledger.command.handling;

import org.jspecify.annotations.NullMarked;
