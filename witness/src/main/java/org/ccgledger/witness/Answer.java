package org.ccgledger.witness;

/// What a witness answers, with the status that C2SP's tlog-witness gives it.
///
/// @param type of the body
record Answer(int status, String type, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer cosigned(String lines) {
        return new Answer(200, TEXT, lines);
    }

    /// Whoever asks does not know which size was cosigned last.
    static Answer holds(long size) {
        return new Answer(409, "text/x.tlog.size", size + "\n");
    }

    static Answer refused(int status, String why) {
        return new Answer(status, TEXT, why + "\n");
    }
}
