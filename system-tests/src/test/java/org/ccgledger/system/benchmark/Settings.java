package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How long and how much is measured; each is a system property `benchmark.…`.
///
/// @param rounds for each side, after one to warm up; more of them where a few hundredths decide
/// @param heat how long each side runs before anything is measured
/// @param callers of the rows that are taken for several numbers of callers
/// @param pool connections of each side's pool
/// @param logMegabytes of the server's log that are filled before anything is measured; the server
///   keeps at most 1,024
/// @param boundaries that are updated in turn
/// @param snapshot how long a snapshot is held open
/// @param replayed events of a replay
/// @param audited events of an audit
/// @param sizes of the ledger before more is created, in events, the smallest first
/// @param only measurements whose names match
/// @param enforced whether a missed gate fails the build
record Settings(
        int rounds,
        Duration heat,
        Duration warmUp,
        Duration round,
        List<Integer> callers,
        boolean virtualThreads,
        int pool,
        int logMegabytes,
        int boundaries,
        Duration snapshot,
        int replayed,
        int audited,
        List<Integer> sizes,
        Pattern only,
        boolean enforced) {

    private static final int MILLION = 1_000_000;

    /// `benchmark.smoke=true` makes everything so short that only its working is seen, and leaves
    /// out the search, whose history takes minutes to play.
    static Settings read() {
        return read(Boolean.getBoolean("benchmark.smoke"));
    }

    static Settings read(boolean smoke) {
        List<Integer> sizes = numbers("sizes", smoke ? "100,500" : "10000,100000");
        return new Settings(
                Integer.parseInt(text("rounds", smoke ? "1" : "5")),
                millis("heat.millis", smoke ? "200" : "30000"),
                millis("warmup.millis", smoke ? "100" : "2500"),
                millis("round.millis", smoke ? "200" : "3000"),
                numbers("callers", smoke ? "1,8" : "1,8,32,128"),
                text("threads", "virtual").equals("virtual"),
                Integer.parseInt(text("pool", "16")),
                Integer.parseInt(text("log.megabytes", smoke ? "16" : "1024")),
                Integer.parseInt(text("boundaries", smoke ? "50" : "2000")),
                millis("snapshot.millis", smoke ? "500" : "60000"),
                Integer.parseInt(text("replayed", smoke ? "1000" : "100000")),
                Integer.parseInt(text("audited", smoke ? "1000" : "1000000")),
                Boolean.getBoolean("benchmark.million")
                        ? Stream.concat(sizes.stream(), Stream.of(MILLION)).toList()
                        : sizes,
                Pattern.compile(text("only", smoke ? "(?!search).*" : ".*")),
                Boolean.parseBoolean(text("enforced", Boolean.toString(!smoke))));
    }

    private static Duration millis(String name, String otherwise) {
        return Duration.ofMillis(Long.parseLong(text(name, otherwise)));
    }

    private static List<Integer> numbers(String name, String otherwise) {
        return Stream.of(text(name, otherwise).split(",", -1)).map(Integer::valueOf).toList();
    }

    private static String text(String name, String otherwise) {
        return System.getProperty("benchmark." + name, otherwise);
    }
}
