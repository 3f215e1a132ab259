package org.ccgledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ccgledger.ledger.RaceProcess.Round;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two processes with 64 callers each, who race for the steps of streams and for what rules across
/// streams and tags allow.
class ProcessRaceTest {

    private static final int ROUNDS = 2 * Integer.getInteger("faults", 3);
    private static final int MOST_ROUNDS = 100;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Ledger LEDGER = DATABASE.ledger();

    private static List<RaceProcess> processes = List.of();

    @BeforeAll
    static void start() throws Exception {
        processes = List.of(RaceProcess.start(DATABASE), RaceProcess.start(DATABASE));
    }

    @AfterAll
    static void close() throws Exception {
        for (RaceProcess process : processes) {
            process.close();
        }
        DATABASE.close();
    }

    /// A rule that the callers of a round try to break.
    private enum Rule {
        ONCE_UNDER_A_TAG,
        ONE_OF_TWO_STREAMS,
        LARGEST_NUMBER
    }

    @Test
    void every_step_has_one_winner_and_no_rule_is_broken() throws Exception {
        int steps = 0;
        for (int number = 0; number < ROUNDS; number++) {
            Round round = new Round("guarded", number, true);
            steps += run(round);

            assertThat(broken(round)).as("%s", round).isEmpty();
            assertThat(taken(round.name("once"))).isEqualTo(1);
            assertThat(taken(round.name("members"))).isEqualTo(RaceProcess.MEMBERS);
            assertThat(begun(round)).isEqualTo(1);
        }
        assertThat(LEDGER.readStream("contested:guarded").events()).hasSize(steps);
        assertThat(steps).isBetween(ROUNDS, 2 * RaceProcess.CALLERS * ROUNDS - 1);
        assertThat(Testimony.gaps(LEDGER.readAfter(0, Integer.MAX_VALUE))).isEmpty();
    }

    @Test
    void without_guards_every_rule_is_broken_sooner_or_later() throws Exception {
        Set<Rule> unbroken = EnumSet.allOf(Rule.class);
        for (int number = 0; !unbroken.isEmpty() && number < MOST_ROUNDS; number++) {
            Round round = new Round("unguarded", number, false);
            run(round);
            unbroken.removeAll(broken(round));
        }
        assertThat(unbroken).isEmpty();
    }

    private static int run(Round round) throws Exception {
        processes.forEach(process -> process.begin(round));
        int steps = 0;
        for (RaceProcess process : processes) {
            steps += process.steps();
        }
        return steps;
    }

    private static Set<Rule> broken(Round round) {
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        if (taken(round.name("once")) > 1) {
            broken.add(Rule.ONCE_UNDER_A_TAG);
        }
        if (begun(round) > 1) {
            broken.add(Rule.ONE_OF_TWO_STREAMS);
        }
        if (taken(round.name("members")) > RaceProcess.MEMBERS) {
            broken.add(Rule.LARGEST_NUMBER);
        }
        return broken;
    }

    private static int taken(String tag) {
        return LEDGER.readTag(tag, RaceProcess.TAKEN).events().size();
    }

    private static int begun(Round round) {
        return LEDGER.readStream(round.name("left")).events().size()
                + LEDGER.readStream(round.name("right")).events().size();
    }
}
