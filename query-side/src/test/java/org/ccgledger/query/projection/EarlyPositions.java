package org.ccgledger.query.projection;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Events whose positions are handed out before their transactions commit, read as if they were in
/// commit order: what the ledger must not be like.
record EarlyPositions(DataSource database)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final String TABLE =
            "create table public.early (position bigint generated always as identity primary key);"
                    + " grant select on public.early to public";

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new Stream(JdbcClient.create(database), new ArrayDeque<>(), positionOf(token));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    private static final class Stream implements TrackingEventStream {
        private final JdbcClient sql;
        private final Queue<TrackedEventMessage<?>> fetched;
        private long lastSeen;

        Stream(JdbcClient sql, Queue<TrackedEventMessage<?>> fetched, long lastSeen) {
            this.sql = sql;
            this.fetched = fetched;
            this.lastSeen = lastSeen;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (fetched.isEmpty()) {
                sql.sql("select position from public.early where position > ? order by position")
                        .param(lastSeen)
                        .query(Long.class)
                        .list()
                        .forEach(position -> {
                            fetched.add(
                                    new GenericTrackedEventMessage<>(
                                            new GlobalSequenceTrackingToken(position),
                                            new GenericEventMessage<>(
                                                    position.toString(),
                                                    "early",
                                                    Map.of(),
                                                    Instant.EPOCH)));
                            lastSeen = position;
                        });
            }
            return Optional.ofNullable(fetched.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return peek().map(_ -> fetched.remove()).orElseThrow();
        }

        @Override
        public void close() {
            fetched.clear();
        }
    }
}
