package org.ccgledger.command.directions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.directions.Directed.*;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.CommonRefusal;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.directions.DirectionEvent.*;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private static final RecordWillingness WILLING =
            new RecordWillingness(THURROCK, D1, ACUTE, NEIGHBOUR, true, "Staff");
    private static final ConsiderExerciser CONSIDER =
            new ConsiderExerciser(THURROCK, D1, ACUTE, NEIGHBOUR, false, "Capacity");
    private static final ConsultOnDirection CONSULT =
            new ConsultOnDirection(THURROCK, D1, List.of(BodyRef.ccg(NEIGHBOUR)));

    private static Specification officer() {
        return Specification.of(DirectionDecider.DECIDER).on(DECIDED_ON);
    }

    @Test
    void information_is_required_for_stated_reasons() {
        RecordInformationRequirement require =
                new RecordInformationRequirement(THURROCK, List.of("Accounts"), GO_LIVE);
        InformationRequired required =
                new InformationRequired(THURROCK, List.of("Accounts"), GO_LIVE, DECIDED_ON);
        officer().given(directed()).when(require).thenAccepted(required);
        officer()
                .given(directed())
                .withoutReasons()
                .when(require)
                .thenRefused(new CommonRefusal.ReasonsRequired());
        officer().given(directed()).given(required).when(require).thenUnchanged();
    }

    @Test
    void consultation_names_its_consultees_once() {
        DirectionConsultationOpened opened =
                new DirectionConsultationOpened(
                        THURROCK, D1, List.of(BodyRef.ccg(NEIGHBOUR)), DECIDED_ON);
        officer().given(directed()).when(CONSULT).thenAccepted(opened);
        officer().given(directed()).given(opened).when(CONSULT).thenUnchanged();
    }

    @Test
    void willingness_and_the_boards_consideration_are_recorded_and_may_change() {
        Specification given = officer().given(directed());
        given.when(WILLING).thenAccepted(willing(true));
        given.when(CONSIDER).thenAccepted(considered());
        given.given(willing(true), considered());
        given.when(WILLING).thenUnchanged();
        given.when(CONSIDER).thenUnchanged();
        given.given(willing(false)).when(WILLING).thenAccepted(willing(true));
    }

    @Test
    void what_is_prepared_is_a_direction_that_was_drafted() {
        Specification granted = officer().given(granted());
        granted.when(CONSULT).thenNotFound();
        granted.when(CONSIDER).thenNotFound();
        granted.when(WILLING).thenNotFound();
    }

    @Test
    void the_other_group_speaks_for_itself() {
        assertThat(WILLING.senders()).isEqualTo(Set.of(BodyRef.ccg(NEIGHBOUR)));
    }
}
