package org.ccgledger.command.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.ResponseEntity;

/// Jobs of one kind: they run one after the other, on a thread beside the requests.
///
/// The last of them are kept in memory; one that is lost is asked for again.
///
/// @param <J> what is done
public final class Jobs<J extends Job> implements AutoCloseable {

    private static final int RETRY_AFTER = 30;

    private final String path;
    private final String one;
    private final int mostKept;
    private final List<J> jobs = new ArrayList<>();
    private final ExecutorService thread;

    /// @param path under which they are found
    /// @param one what one of them is called
    /// @param mostKept those that wait and run among them
    public Jobs(String path, String one, int mostKept) {
        this.path = path;
        this.one = one;
        this.mostKept = mostKept;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name(one + "-", 0).factory());
    }

    /// Takes a job on, and says where it is found.
    ///
    /// @throws Problem if too many wait already
    public ResponseEntity<Object> accept(J job) {
        synchronized (jobs) {
            if (jobs.size() >= mostKept && !forgetsOldest()) {
                throw new Problem(
                                503,
                                "UNAVAILABLE",
                                "Too many are under way already",
                                "At most %d of this kind wait, run or are fetched at once (%s). Wait until one of them is done."
                                        .formatted(mostKept, one))
                        .retryAfter(RETRY_AFTER);
            }
            jobs.add(job);
        }
        thread.execute(job::run);
        return ResponseEntity.accepted()
                .location(URI.create(path + "/" + job.id()))
                .body(job.view());
    }

    private boolean forgetsOldest() {
        return jobs.stream().filter(Job::forget).findFirst().map(jobs::remove).orElse(false);
    }

    /// One that is kept.
    ///
    /// @throws Problem if there is none
    public J get(String id) {
        synchronized (jobs) {
            return jobs.stream()
                    .filter(job -> job.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(
                                    404,
                                    "NOT_FOUND",
                                    "There is no such " + one,
                                    "The last " + mostKept + " are kept; ask for it again."));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
