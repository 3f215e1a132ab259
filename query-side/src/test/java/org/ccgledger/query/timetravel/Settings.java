package org.ccgledger.query.timetravel;

import java.util.Map;

/// How the query sides of these tests are set.
final class Settings {

    /// Thousands of questions are one client's.
    static final Map<String, String> UNLIMITED = Map.of("ccg.rate-limit.requests", "0");

    private Settings() {}
}
