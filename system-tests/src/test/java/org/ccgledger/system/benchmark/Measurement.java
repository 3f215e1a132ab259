package org.ccgledger.system.benchmark;

import java.util.List;

/// Something that is measured in databases of its own.
interface Measurement {

    /// By which `benchmark.only` chooses it.
    String name();

    List<Row> measure(Bench bench);
}
