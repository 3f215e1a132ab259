package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.system.MeetingSteps.DAY;
import static org.ccgledger.system.MeetingSteps.ballot;
import static org.ccgledger.system.MeetingSteps.declarant;
import static org.ccgledger.system.MeetingSteps.interest;
import static org.ccgledger.system.MeetingSteps.member;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A member declares an interest at one process while the member's vote on what it touches is cast
/// at another.
///
/// Both may be accepted, the vote first: then the decision is tainted. A vote that comes after the
/// interest in the ledger is cast over it, and there is none; with an append that looks at no guard
/// there is.
class InterestRaceTest {

    private static final int MOST_ROUNDS = 200;
    private static final int FEWEST_ROUNDS = 50;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final String GROUP = "11A";
    private static final String FORUM = "GOVERNING_BODY/" + GROUP;
    private static final int MEMBER = 1;

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    private static final RunningLedger FIRST = RunningLedger.start();
    private static final LedgerProcess SECOND = FIRST.startSecond();
    private static final MeetingSteps STEPS = new MeetingSteps(FIRST);

    @BeforeAll
    static void aGroupHasAGoverningBodyOfOne() {
        Directed groups = new Directed(FIRST);
        groups.authorise(GROUP, 0, "acute-commissioning");
        groups.awaitEstablished(GROUP);
        STEPS.appoint(GROUP, MEMBER, "LAY_AUDIT");
    }

    @AfterAll
    static void close() {
        THREADS.close();
        SECOND.close();
        FIRST.close();
    }

    /// What came of a round.
    private enum Outcome {
        VOTE_REFUSED,
        VOTE_FIRST,
        VOTE_OVER_INTEREST
    }

    @Test
    void no_vote_is_cast_over_an_interest_and_one_before_it_taints_the_decision() throws Exception {
        Instant end = Instant.now().plus(TIME);
        int rounds = 0;
        while (rounds < MOST_ROUNDS && (rounds < FEWEST_ROUNDS || Instant.now().isBefore(end))) {
            String meeting = "race-" + NUMBERS.incrementAndGet();
            Outcome outcome = round(meeting);
            assertThat(outcome).as("round %d", rounds).isNotEqualTo(Outcome.VOTE_OVER_INTEREST);
            Reply closed = STEPS.chairs("CloseVoting", meeting, "1", GROUP, DAY);
            assertThat(closed.status()).as("%s", closed).isEqualTo(201);
            assertThat(closed.body().contains("ccg.meetings.DecisionTainted"))
                    .as("%s in round %d: %s", outcome, rounds, closed)
                    .isEqualTo(outcome == Outcome.VOTE_FIRST);
            rounds++;
        }
    }

    @Test
    void without_guards_a_vote_is_cast_over_an_interest_sooner_or_later() throws Exception {
        try (UnguardedAppend _ = new UnguardedAppend(FIRST)) {
            Outcome outcome = Outcome.VOTE_REFUSED;
            for (int rounds = 0;
                    outcome != Outcome.VOTE_OVER_INTEREST && rounds < MOST_ROUNDS;
                    rounds++) {
                outcome = round("unguarded-" + NUMBERS.incrementAndGet());
            }
            assertThat(outcome).isEqualTo(Outcome.VOTE_OVER_INTEREST);
        }
    }

    private static Outcome round(String meeting) throws Exception {
        String provider = "PROVIDER/" + meeting.toUpperCase(Locale.ROOT);
        STEPS.open(meeting, FORUM, GROUP, DAY);
        STEPS.attend(meeting, GROUP, MEMBER, "", DAY);
        assertThat(
                        STEPS.table(
                                        meeting,
                                        "1",
                                        GROUP,
                                        "stroke-care",
                                        "OWN_FUNCTION",
                                        provider,
                                        DAY)
                                .status())
                .isEqualTo(201);
        for (String step : new String[] {"CallForInterests", "OpenVoting"}) {
            Reply reply = STEPS.chairs(step, meeting, "1", GROUP, DAY);
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
        String declaration =
                Sample.about(interest(UUID.randomUUID().toString(), MEMBER, GROUP, provider), DAY);
        String vote = Sample.about(ballot(meeting, "1", MEMBER, "FOR"), DAY);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Reply> declares =
                THREADS.submit(() -> {
                    together.await();
                    return FIRST.post("DeclareInterest", declarant(MEMBER, GROUP), declaration);
                });
        Future<Reply> votes =
                THREADS.submit(() -> {
                    together.await();
                    return SECOND.caller().post("CastVote", member(MEMBER, GROUP), vote);
                });
        Reply declared = declares.get();
        Reply voted = votes.get();
        assertThat(declared.status()).as("%s", declared).isEqualTo(201);
        if (voted.status() == 422) {
            assertThat(voted.code()).isEqualTo("LIVE_INTEREST_UNDECLARED");
            return Outcome.VOTE_REFUSED;
        }
        assertThat(voted.status()).as("%s", voted).isEqualTo(201);
        return voted.json().path("position").asLong() < declared.json().path("position").asLong()
                ? Outcome.VOTE_FIRST
                : Outcome.VOTE_OVER_INTEREST;
    }
}
