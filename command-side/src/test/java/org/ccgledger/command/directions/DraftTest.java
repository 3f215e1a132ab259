package org.ccgledger.command.directions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;
import static org.ccgledger.events.directions.DirectionKind.*;
import static org.ccgledger.events.directions.LegalPower.*;

import java.util.List;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.command.directions.DirectionRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.LegalPower;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Period FROM_GO_LIVE = Period.from(GO_LIVE);

    private static Specification committee() {
        return Specification.of(DirectionDecider.DECIDER)
                .by(Role.BOARD_AUTHORISATION, BodyRef.BOARD)
                .on(GO_LIVE);
    }

    private static DraftDirection draft(
            @Nullable LegalPower power, DirectionKind kind, FunctionCode... functions) {
        return new DraftDirection(THURROCK, power, kind, List.of(functions), FROM_GO_LIVE, null);
    }

    @Test
    void a_draft_is_numbered_after_the_directions_of_the_grant() {
        DirectionDrafted second =
                new DirectionDrafted(
                        THURROCK,
                        D2,
                        REG8,
                        NOT_TO_EXERCISE,
                        List.of(PLANNING),
                        FROM_GO_LIVE,
                        null,
                        GO_LIVE);
        Specification given = committee().given(directed());
        given.when(draft(REG8, NOT_TO_EXERCISE, PLANNING, PLANNING)).thenAccepted(second);
        given.given(second).when(draft(REG8, NOT_TO_EXERCISE, PLANNING)).thenUnchanged();
    }

    @Test
    void regulation_8_answers_to_a_matter_that_is_not_met_since_the_grant() {
        Refusal refusal = new NoUnmetMatter();
        Specification met = committee().given(unconditional());
        met.when(draft(REG8, MANNER_OF_EXERCISE)).thenRefused(refusal);
        met.when(draft(S14Z21, MANNER_OF_EXERCISE)).thenAccepted(DirectionDrafted.class);
        Specification unmet = committee().given(directed());
        unmet.on(DECIDED_ON)
                .when(draft(REG8, MANNER_OF_EXERCISE))
                .thenAccepted(DirectionDrafted.class);
        unmet.on(DECIDED_ON.minusDays(1))
                .when(draft(REG8, MANNER_OF_EXERCISE))
                .thenRefused(refusal);
    }

    @Test
    void an_enabling_direction_names_one_that_exists() {
        DirectionId enabled = new DirectionId("99F-D1");
        DraftDirection enabling =
                new DraftDirection(
                        THURROCK, S14Z21, ENABLING, List.of(ACUTE), FROM_GO_LIVE, enabled);
        Specification given = committee().given(directed());
        given.when(enabling).thenNotFound();
        given.given(
                        new DirectionDrafted(
                                NEIGHBOUR,
                                enabled,
                                S14Z21,
                                NOT_TO_EXERCISE,
                                List.of(ACUTE),
                                FROM_GO_LIVE,
                                null,
                                DECIDED_ON))
                .when(enabling)
                .thenAccepted(DirectionDrafted.class);
        assertThat(enabling.fieldErrors()).isEmpty();
        assertThat(draft(S14Z21, ENABLING, ACUTE).fieldErrors()).hasSize(1);
    }
}
