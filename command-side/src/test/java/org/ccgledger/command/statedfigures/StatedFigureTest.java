package org.ccgledger.command.statedfigures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ccgledger.command.decision.CommonRefusal.EffectiveDateInFuture;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.junit.jupiter.api.Test;

class StatedFigureTest {

    private static final StatedFigureId ID = new StatedFigureId("directions-at-the-end");
    private static final Source SOURCE = new Source(Source.Standing.STATED, "A press notice", null);
    private static final LocalDate AS_AT = LocalDate.of(2013, 3, 14);
    private static final LocalDate ON = LocalDate.of(2013, 3, 20);

    private static Specification registry() {
        return Specification.of(StatedFigureDecider.DECIDER)
                .by(Role.REGISTRY, new BodyRef("DH/REGISTRY"))
                .on(ON);
    }

    private static RecordStatedFigure state(String value, Integer wave) {
        return new RecordStatedFigure(
                ID,
                SOURCE,
                "Groups with directions",
                CountedFigure.WITH_DIRECTIONS,
                wave,
                new BigDecimal(value),
                FigureUnit.CCGS,
                AS_AT);
    }

    private static StatedFigureRecorded stated(String value, Integer wave) {
        return new StatedFigureRecorded(
                ID,
                SOURCE,
                "Groups with directions",
                CountedFigure.WITH_DIRECTIONS,
                wave,
                new BigDecimal(value),
                FigureUnit.CCGS,
                AS_AT,
                ON);
    }

    @Test
    void a_figure_is_recorded_as_its_source_states_it_and_needs_no_authority() {
        registry().withoutAuthority().when(state("15", 4)).thenAccepted(stated("15", 4));
    }

    @Test
    void the_same_figure_is_recorded_once_and_another_beside_it() {
        registry().given(stated("15", 4)).when(state("15", 4)).thenUnchanged();
        registry().given(stated("15", 4)).when(state("15.0", 4)).thenUnchanged();
        registry().given(stated("15", 4)).when(state("14", 4)).thenAccepted(stated("14", 4));
        registry().given(stated("15", 4)).when(state("15", 3)).thenAccepted(stated("15", 3));
    }

    @Test
    void a_figure_is_not_recorded_ahead() {
        registry()
                .on(LocalDate.of(2026, 1, 2))
                .when(state("15", 4))
                .thenRefused(new EffectiveDateInFuture(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void waves_are_numbered_one_to_four() {
        assertThat(state("15", 0).fieldErrors()).hasSize(1);
        assertThat(state("15", 5).fieldErrors()).hasSize(1);
        assertThat(state("15", 4).fieldErrors()).isEmpty();
    }
}
