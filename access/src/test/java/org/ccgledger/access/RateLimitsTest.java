package org.ccgledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimits limits =
            new RateLimits(
                    10,
                    Duration.ofSeconds(5),
                    new TimeMeter() {
                        @Override
                        public long currentTimeNanos() {
                            return now.get();
                        }

                        @Override
                        public boolean isWallClockBased() {
                            return false;
                        }
                    });

    @Test
    void a_client_may_send_so_many_requests_and_is_told_what_is_left() {
        for (int left = 9; left >= 0; left--) {
            RateLimits.Count count = limits.count("one");
            assertThat(count.admitted()).isTrue();
            assertThat(count.left()).isEqualTo(left);
        }

        assertThat(limits.count("one")).isEqualTo(new RateLimits.Count(false, 0, 5, 1));
    }

    @Test
    void another_client_is_not_held_up_and_time_gives_more() {
        for (int i = 0; i < 11; i++) {
            limits.count("one");
        }

        assertThat(limits.count("two").admitted()).isTrue();
        assertThat(limits.count("one").admitted()).isFalse();
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(limits.count("one").admitted()).isTrue();
        assertThat(limits.count("one").admitted()).isFalse();
    }
}
