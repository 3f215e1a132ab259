package org.ccgledger.command.successions;

import static org.ccgledger.command.directions.Directed.NEIGHBOUR;
import static org.ccgledger.command.directions.Directed.exercisedByNeighbour;
import static org.ccgledger.command.successions.Merging.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal.CCGCeased;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.successions.SuccessionCommand.Allotment;
import org.ccgledger.command.successions.SuccessionCommand.DissolveCCG;
import org.ccgledger.command.successions.SuccessionCommand.TransferToICB;
import org.ccgledger.command.successions.SuccessionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.Role;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGAbolished;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final PracticeCode FIRST = new PracticeCode("A81001");
    private static final PracticeCode SECOND = new PracticeCode("A81002");
    private static final LocalDate DISSOLVED_ON = LocalDate.of(2016, 4, 1);
    private static final LocalDate ABOLISHED_ON = LocalDate.of(2022, 7, 1);
    private static final BodyRef ICB = new BodyRef("ICB/QHM");

    private static Specification board() {
        return Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(DISSOLVED_ON);
    }

    private static Specification department() {
        return Specification.of(SuccessionDecider.DECIDER)
                .given(groups())
                .by(Role.DEPARTMENT_OF_HEALTH, new BodyRef("DH/DHSC"))
                .on(ABOLISHED_ON);
    }

    private static Settlement practice(PracticeCode practice, BodyRef to) {
        return new Settlement(WEST, MatterKind.PRACTICE, practice.value(), to);
    }

    private static DissolveCCG dissolve(CcgCode... successors) {
        return new DissolveCCG(WEST, List.of(successors), List.of());
    }

    @Test
    void a_group_is_dissolved_with_reasons() {
        board().when(dissolve())
                .thenAccepted(new CCGDissolved(WEST, List.of(), List.of(), DISSOLVED_ON));
        board().withoutReasons().when(dissolve()).thenRefused(new ReasonsRequired());
        board().when(new DissolveCCG(new CcgCode("99Z"), List.of(), List.of())).thenNotFound();
        board().given(new CCGDissolved(WEST, List.of(), List.of(), DISSOLVED_ON))
                .when(dissolve())
                .thenUnchanged();
    }

    @Test
    void a_group_that_has_merged_cannot_be_dissolved() {
        board().given(merged())
                .when(dissolve())
                .thenRefused(new CCGCeased(WEST, MERGED_ON, Set.of(SUCCESSOR)));
    }

    @Tag("K10")
    @Test
    void nothing_that_needs_a_successor_is_left_behind() {
        board().given(admitted(WEST, FIRST))
                .when(dissolve())
                .thenRefused(new SuccessionIncomplete(Set.of("00H PRACTICE A81001")));
        board().given(admitted(WEST, FIRST))
                .when(dissolve(GATESHEAD))
                .thenAccepted(
                        new CCGDissolved(
                                WEST,
                                List.of(GATESHEAD),
                                List.of(practice(FIRST, BodyRef.ccg(GATESHEAD))),
                                DISSOLVED_ON));
    }

    @Test
    void of_several_successors_it_is_said_who_takes_what() {
        List<CcgCode> both = List.of(GATESHEAD, NORTH_AND_EAST);
        Specification two = board().given(admitted(WEST, FIRST), admitted(WEST, SECOND));
        Allotment first = new Allotment(MatterKind.PRACTICE, FIRST.value(), GATESHEAD);
        two.when(new DissolveCCG(WEST, both, List.of(first)))
                .thenRefused(new SuccessionIncomplete(Set.of("00H PRACTICE A81002")));
        two.when(
                        new DissolveCCG(
                                WEST,
                                both,
                                List.of(
                                        first,
                                        new Allotment(
                                                MatterKind.PRACTICE,
                                                SECOND.value(),
                                                NORTH_AND_EAST))))
                .thenAccepted(
                        new CCGDissolved(
                                WEST,
                                both,
                                List.of(
                                        practice(FIRST, BodyRef.ccg(GATESHEAD)),
                                        practice(SECOND, BodyRef.ccg(NORTH_AND_EAST))),
                                DISSOLVED_ON));
    }

    @Test
    void only_a_group_that_operates_takes_the_place_of_another() {
        board().when(dissolve(new CcgCode("99Z")))
                .thenRefused(new CCGNotOperational(Set.of(new CcgCode("99Z"))));
    }

    @Tag("K10")
    @Test
    void what_it_exercises_for_another_group_is_given_to_somebody_else_first() {
        Specification.of(SuccessionDecider.DECIDER)
                .given(exercisedByNeighbour())
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(DISSOLVED_ON)
                .when(new DissolveCCG(NEIGHBOUR, List.of(), List.of()))
                .thenRefused(
                        new SuccessionIncomplete(
                                Set.of("99F FUNCTION_OF 07G/acute-commissioning")));
    }

    @Test
    void a_group_gives_way_to_a_board_once_the_law_says_so() {
        TransferToICB transfer = new TransferToICB(WEST, ICB);
        department()
                .on(ABOLISHED_ON.minusDays(1))
                .when(transfer)
                .thenRefused(new LegalPowerNotInForce(ABOLISHED_ON));
        department()
                .given(admitted(WEST, FIRST))
                .when(transfer)
                .thenAccepted(
                        new CCGAbolished(WEST, ICB, List.of(practice(FIRST, ICB)), ABOLISHED_ON));
        department()
                .given(new CCGAbolished(WEST, ICB, List.of(), ABOLISHED_ON))
                .when(transfer)
                .thenUnchanged();
        department().when(new TransferToICB(new CcgCode("99Z"), ICB)).thenNotFound();
    }
}
