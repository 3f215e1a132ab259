package org.ccgledger.query.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.query.projection.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Serves a caller who has just written only what holds its own write: `Consistency-Token`, and
/// `Prefer: wait=N` for how many seconds it will wait.
@Component
final class Freshness {

    private static final String TOKEN = "Consistency-Token";
    private static final int LONGEST_WAIT = 30;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})");

    private final History history;
    private final Progress progress;

    Freshness(History history, Progress progress) {
        this.history = history;
        this.progress = progress;
    }

    void await(HttpServletRequest request, Collection<String> projections) {
        String text = request.getHeader(TOKEN);
        if (text == null) {
            return;
        }
        LedgerToken token = history.place(TOKEN, text);
        if (!progress.await(projections, token.position(), wait(request.getHeader("Prefer")))) {
            throw QueryProblem.behind(token.position());
        }
    }

    private static Duration wait(@Nullable String prefer) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        return Duration.ofSeconds(
                wait.find() ? Math.min(LONGEST_WAIT, Integer.parseInt(wait.group(1))) : 0);
    }
}
