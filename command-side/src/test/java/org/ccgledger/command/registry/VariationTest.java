package org.ccgledger.command.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.authorisation.Applications.*;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.DecideConstitutionVariation;
import org.ccgledger.command.registry.RegistryRefusal.AlreadyDecided;
import org.ccgledger.command.registry.RegistryRefusal.VariationAlreadyOpen;
import org.ccgledger.command.registry.RegistryRefusal.VariationNotApproved;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationApplied;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationRefused;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;
import org.junit.jupiter.api.Test;

class VariationTest {

    private static final VariationId FIRST_VARIATION = new VariationId("07G-V1");
    private static final VariationId SECOND_VARIATION = new VariationId("07G-V2");
    private static final DocRef DOCUMENT = DocRef.titled("Constitution as varied");
    private static final DocRef MINUTES = DocRef.titled("Minutes of the members");
    private static final LocalDate APPLIED_ON = LocalDate.of(2014, 6, 1);
    private static final LocalDate DECIDED = LocalDate.of(2014, 7, 1);
    private static final List<ConstitutionPermission> PERMITS =
            List.of(ConstitutionPermission.JOINT_COMMITTEES);

    private static Specification thurrock() {
        return Specification.of(RegistryDecider.DECIDER)
                .by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK))
                .given(RegistryTest.established());
    }

    private static Specification board() {
        return Specification.of(RegistryDecider.DECIDER).given(RegistryTest.established());
    }

    private static ApplyToVaryConstitution apply(String changes) {
        return new ApplyToVaryConstitution(THURROCK, changes, DOCUMENT, MINUTES);
    }

    private static ConstitutionVariationApplied applied(VariationId id) {
        return new ConstitutionVariationApplied(
                THURROCK, id, "Joint committees", DOCUMENT, MINUTES, APPLIED_ON);
    }

    private static DecideConstitutionVariation approve(VariationId id) {
        return new DecideConstitutionVariation(THURROCK, id, true, null, PERMITS);
    }

    private static DecideConstitutionVariation refusal(VariationId id) {
        return new DecideConstitutionVariation(THURROCK, id, false, null, List.of());
    }

    private static ConstitutionVaried varied(VariationId id, int version) {
        return new ConstitutionVaried(THURROCK, id, version, DOCUMENT, PERMITS, DECIDED);
    }

    private static ConstitutionVariationRefused refused(VariationId id) {
        return new ConstitutionVariationRefused(THURROCK, id, DECIDED);
    }

    @Test
    void a_group_applies_to_vary_its_constitution() {
        thurrock()
                .on(APPLIED_ON)
                .when(apply("Joint committees"))
                .thenAccepted(applied(FIRST_VARIATION));
    }

    @Test
    void a_group_that_is_not_established_has_no_constitution_to_vary() {
        Specification.of(RegistryDecider.DECIDER)
                .given(proposed())
                .when(apply("Joint committees"))
                .thenNotFound();
        Specification.of(RegistryDecider.DECIDER)
                .given(proposed())
                .when(approve(FIRST_VARIATION))
                .thenNotFound();
    }

    @Test
    void one_variation_is_open_at_a_time() {
        thurrock().given(applied(FIRST_VARIATION)).when(apply("Joint committees")).thenUnchanged();
        thurrock()
                .given(applied(FIRST_VARIATION))
                .when(apply("Another seat"))
                .thenRefused(new VariationAlreadyOpen(FIRST_VARIATION));
    }

    @Test
    void the_next_variation_has_the_next_number_whatever_became_of_the_last() {
        thurrock()
                .given(applied(FIRST_VARIATION), refused(FIRST_VARIATION))
                .when(apply("Joint committees"))
                .thenAccepted(
                        new ConstitutionVariationApplied(
                                THURROCK,
                                SECOND_VARIATION,
                                "Joint committees",
                                DOCUMENT,
                                MINUTES,
                                DECIDED));
    }

    @Test
    void the_constitution_varies_when_the_board_approves() {
        board().given(applied(FIRST_VARIATION))
                .on(DECIDED)
                .when(approve(FIRST_VARIATION))
                .thenAccepted(varied(FIRST_VARIATION, 2));
        board().given(
                        applied(FIRST_VARIATION),
                        varied(FIRST_VARIATION, 2),
                        applied(SECOND_VARIATION))
                .on(DECIDED)
                .when(approve(SECOND_VARIATION))
                .thenAccepted(varied(SECOND_VARIATION, 3));
    }

    @Test
    void the_board_may_approve_another_document_than_the_one_applied_with() {
        DocRef other = DocRef.titled("Constitution as approved");
        board().given(applied(FIRST_VARIATION))
                .on(DECIDED)
                .when(
                        new DecideConstitutionVariation(
                                THURROCK, FIRST_VARIATION, true, other, List.of()))
                .thenAccepted(
                        new ConstitutionVaried(
                                THURROCK, FIRST_VARIATION, 2, other, List.of(), DECIDED));
    }

    @Test
    void a_refused_variation_changes_nothing() {
        board().given(applied(FIRST_VARIATION))
                .on(DECIDED)
                .when(refusal(FIRST_VARIATION))
                .thenAccepted(refused(FIRST_VARIATION));
    }

    @Test
    void only_the_board_approves() {
        thurrock()
                .given(applied(FIRST_VARIATION))
                .when(approve(FIRST_VARIATION))
                .thenRefused(new VariationNotApproved(BodyRef.ccg(THURROCK)));
    }

    @Test
    void the_board_gives_its_reasons() {
        board().given(applied(FIRST_VARIATION))
                .withoutReasons()
                .when(approve(FIRST_VARIATION))
                .thenRefused(new ReasonsRequired());
        board().given(applied(FIRST_VARIATION))
                .withoutReasons()
                .when(refusal(FIRST_VARIATION))
                .thenRefused(new ReasonsRequired());
    }

    @Test
    void a_variation_is_decided_once() {
        board().given(applied(FIRST_VARIATION), varied(FIRST_VARIATION, 2))
                .when(approve(FIRST_VARIATION))
                .thenUnchanged();
        board().given(applied(FIRST_VARIATION), refused(FIRST_VARIATION))
                .when(refusal(FIRST_VARIATION))
                .thenUnchanged();
        board().given(applied(FIRST_VARIATION), varied(FIRST_VARIATION, 2))
                .when(refusal(FIRST_VARIATION))
                .thenRefused(new AlreadyDecided(FIRST_VARIATION));
        board().given(applied(FIRST_VARIATION), refused(FIRST_VARIATION))
                .when(approve(FIRST_VARIATION))
                .thenRefused(new AlreadyDecided(FIRST_VARIATION));
    }

    @Test
    void what_was_not_applied_for_is_not_decided() {
        board().when(approve(FIRST_VARIATION)).thenNotFound();
    }

    @Test
    void a_refusal_carries_no_document_and_no_permission() {
        assertThat(
                        new DecideConstitutionVariation(
                                        THURROCK, FIRST_VARIATION, false, DOCUMENT, PERMITS)
                                .fieldErrors())
                .hasSize(2);
        assertThat(approve(FIRST_VARIATION).fieldErrors()).isEmpty();
        assertThat(refusal(FIRST_VARIATION).fieldErrors()).isEmpty();
    }
}
