package org.ccgledger.system.benchmark;

/// Somebody who records figures durably, each a boundary of its own.
interface Recorder extends AutoCloseable {

    /// Records a figure that was never recorded.
    void create(String figure);

    /// Records another value of a figure, again until it is done when others were quicker.
    void update(String figure);

    @Override
    void close();
}
