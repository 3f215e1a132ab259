package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rules that span boundaries, raced for by two processes on one database.
///
/// Each rule is raced once as it is and once with an append that looks at no guard and at no
/// version, so that it is seen that the race would find a violation.
class BoundariesTest {

    private static final int MOST_ROUNDS = 400;
    private static final int FEWEST_ROUNDS = 50;
    private static final Duration TIME = Duration.ofSeconds(20);

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    private static final RunningLedger FIRST = RunningLedger.start();
    private static final LedgerProcess SECOND = FIRST.startSecond();

    /// A rule, and the two commands of a round of which only one can be accepted.
    @SuppressWarnings("ImmutableEnumChecker") // The functions hold nothing that changes.
    enum Race {
        ONE_GROUP_PER_PRACTICE(
                number -> proposal(2 * number, "own", "common"),
                number -> proposal(2 * number + 1, "own", "common")),
        AREAS_DO_NOT_OVERLAP(
                number -> proposal(2 * number, "common", "own"),
                number -> proposal(2 * number + 1, "common", "own")),
        ONE_CODE_ONCE(number -> proposal(2 * number, "own", "own"), number -> imported(2 * number)),
        ONE_EXERCISER_OF_A_FUNCTION(
                number -> assignment(2 * number, Neighbours.ONE),
                number -> assignment(2 * number, Neighbours.OTHER),
                number -> Neighbours.mayBothExerciseFor(2 * number)),
        NO_JOINT_COMMITTEE_WITHOUT_AN_AGREEMENT(
                number -> Joining.forms(number),
                number -> Joining.declines(number),
                number -> Joining.isAgreed(number));

        private final IntFunction<Sending> one;
        private final IntFunction<Sending> other;
        private final IntConsumer before;

        Race(IntFunction<Sending> one, IntFunction<Sending> other) {
            this(one, other, _ -> {});
        }

        /// @param before what a round needs to have been done
        Race(IntFunction<Sending> one, IntFunction<Sending> other, IntConsumer before) {
            this.one = one;
            this.other = other;
            this.before = before;
        }
    }

    record Sending(String command, String actor, String json) {}

    @AfterAll
    static void close() {
        THREADS.close();
        SECOND.close();
        FIRST.close();
    }

    @ParameterizedTest
    @EnumSource
    void exactly_one_of_two_is_accepted(Race race) throws Exception {
        int rounds = 0;
        Instant end = Instant.now().plus(TIME);
        while (rounds < MOST_ROUNDS && (rounds < FEWEST_ROUNDS || Instant.now().isBefore(end))) {
            assertThat(round(race)).as("accepted in round %d", rounds).isEqualTo(1);
            rounds++;
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_guards_both_are_accepted_sooner_or_later(Race race) throws Exception {
        try (UnguardedAppend _ = new UnguardedAppend(FIRST)) {
            int accepted = 0;
            for (int rounds = 0; accepted < 2 && rounds < MOST_ROUNDS; rounds++) {
                accepted = round(race);
            }
            assertThat(accepted).isEqualTo(2);
        }
    }

    private static int round(Race race) throws Exception {
        int number = NUMBERS.incrementAndGet();
        race.before.accept(number);
        Sending one = race.one.apply(number);
        Sending other = race.other.apply(number);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Reply> first =
                THREADS.submit(() -> {
                    together.await();
                    return FIRST.post(one.command(), one.actor(), one.json());
                });
        Future<Reply> last =
                THREADS.submit(() -> {
                    together.await();
                    return SECOND.caller().post(other.command(), other.actor(), other.json());
                });
        int accepted = 0;
        for (Reply reply : List.of(first.get(), last.get())) {
            assertThat(reply.status()).as("%s", reply).isIn(201, 409, 422);
            accepted += reply.status() == 201 ? 1 : 0;
        }
        return accepted;
    }

    /// Codes and names that no other round uses, but for what is common to both of a round.
    private static Sending proposal(int group, String area, String applicants) {
        String code = code(group);
        int round = group / 2;
        String practice =
                applicants.equals("common") ? "A%05d".formatted(round) : "B%05d".formatted(group);
        String place = area.equals("common") ? "C%05d".formatted(round) : "E%05d".formatted(group);
        return new Sending(
                "ProposeCCG",
                Senders.lead(code),
                Sample.proposal(
                        code,
                        "E38%06d".formatted(group),
                        place,
                        practice,
                        "D%05d".formatted(group)));
    }

    private static Sending imported(int group) {
        return new Sending(
                "ImportReferenceCCG",
                Senders.REGISTRY,
                Sample.about(
                        """
                        "ccg": "%s", "ons": "E38%06d", "name": "NHS Elsewhere Clinical Commissioning Group",
                        "areaTeam": "Elsewhere", "region": "Nowhere",
                        "source": {"standing": "SYNTHETIC", "citation": "Made up"}
                        """
                                .formatted(code(group), group)));
    }

    private static Sending assignment(int group, String exerciser) {
        return new Sending(
                "AssignFunctionExercise",
                Senders.BOARD,
                Sample.about(
                        """
                        "ccg": "%s", "direction": "%s-D1", "function": "%s", "exerciser": "CCG/%s"
                        """
                                .formatted(
                                        code(group), code(group), Neighbours.FUNCTION, exerciser),
                        "2013-04-01"));
    }

    /// Two groups that may exercise a function for any other.
    private static final class Neighbours {
        static final String FUNCTION = "acute-commissioning";
        static final String ONE;
        static final String OTHER;
        private static final Directed DIRECTED = new Directed(FIRST);

        static {
            int number = NUMBERS.incrementAndGet();
            ONE = established(2 * number);
            OTHER = established(2 * number + 1);
        }

        private static String established(int group) {
            DIRECTED.authorise(code(group), group, "planning");
            DIRECTED.awaitEstablished(code(group));
            return code(group);
        }

        static void mayBothExerciseFor(int group) {
            DIRECTED.authorise(code(group), group, FUNCTION);
            DIRECTED.consider(code(group), FUNCTION, ONE);
            DIRECTED.consider(code(group), FUNCTION, OTHER);
        }
    }

    /// A group that has agreed with the Board to exercise functions of the Board jointly.
    private static final class Joining {
        static final String DAY = "2013-04-02";

        static {
            permit(Neighbours.ONE);
        }

        private static void permit(String ccg) {
            String group = "\"ccg\": \"%s\"".formatted(ccg);
            accepted(
                    new Sending(
                            "ApplyToVaryConstitution",
                            Senders.lead(ccg),
                            Sample.about(
                                    group
                                            + """
                                            , "changes": "Joint committees", "document": {"title": "Constitution"},
                                            "memberApproval": {"title": "Vote of the members"}
                                            """,
                                    DAY)));
            accepted(
                    new Sending(
                            "DecideConstitutionVariation",
                            Senders.BOARD_OFFICER,
                            Sample.about(
                                    group
                                            + """
                                            , "variation": "%s-V1", "approve": true, "permits": ["JOINT_COMMITTEES"]
                                            """
                                                    .formatted(ccg),
                                    DAY)));
        }

        static void isAgreed(int number) {
            accepted(
                    sending(
                            "ProposeJointCommittee",
                            Senders.BOARD_OFFICER,
                            number,
                            """
                            , "name": "Primary care", "power": "S13Z", "members": ["BOARD/X24", "CCG/%s"],
                            "terms": {"functions": ["enhanced-services"], "votingRule": "UNANIMITY", "quorum": 2,
                              "noticeDays": 90, "chairRule": "Elected", "disputeRoute": "Mediation",
                              "liability": "Each member for itself"}
                            """
                                    .formatted(Neighbours.ONE)));
            String agreement = ", \"termsVersion\": 1, \"decision\": {\"title\": \"Minutes\"}";
            accepted(sending("AgreeToJoin", Senders.BOARD_OFFICER, number, agreement));
            accepted(
                    sending(
                            "AgreeToJoin",
                            Senders.officer(Neighbours.ONE),
                            number,
                            ", \"ccg\": \"%s\"".formatted(Neighbours.ONE) + agreement));
        }

        static Sending forms(int number) {
            return sending("FormJointCommittee", Senders.BOARD_OFFICER, number, "");
        }

        static Sending declines(int number) {
            return sending(
                    "DeclineToJoin",
                    Senders.officer(Neighbours.ONE),
                    number,
                    ", \"ccg\": \"%s\"".formatted(Neighbours.ONE));
        }

        private static Sending sending(String command, String actor, int number, String fields) {
            return new Sending(
                    command,
                    actor,
                    Sample.about(
                            "\"jointCommittee\": \"race-%d\"".formatted(number) + fields, DAY));
        }

        private static void accepted(Sending sending) {
            Reply reply = FIRST.post(sending.command(), sending.actor(), sending.json());
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
    }

    private static String code(int group) {
        return "X%04d".formatted(group);
    }
}
