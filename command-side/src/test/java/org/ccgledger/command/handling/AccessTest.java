package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ccgledger.command.approvals.ApprovalCommand.RecordApproval;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.AgreeToJoin;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.WithdrawFromJointCommittee;
import org.ccgledger.command.registry.RegistryCommand.ApplyToVaryConstitution;
import org.ccgledger.command.registry.RegistryCommand.DecideConstitutionVariation;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.events.Actor;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final CcgCode THURROCK = new CcgCode("07G");
    private static final BodyRef OTHER = new BodyRef("CCG/99G");

    private static Optional<String> refused(Command command, Role role, BodyRef body) {
        return Access.refused(
                        new Envelope(
                                new UUID(0, 1),
                                "a-key",
                                command,
                                new byte[0],
                                new Actor("an-actor", role, body, null),
                                LocalDate.of(2013, 4, 1),
                                null,
                                null,
                                List.of(),
                                null,
                                OptionalLong.empty(),
                                "a-correlation",
                                null))
                .map(Answer.Forbidden::code);
    }

    private static RecordApproval approval(BodyRef body) {
        return new RecordApproval(
                new ApprovalId("an-approval"),
                body,
                new ApprovalSubject(ApprovedStep.AMEND_CONSTITUTION, THURROCK, null),
                DocRef.titled("Minutes"));
    }

    private static ApplyToVaryConstitution apply() {
        return new ApplyToVaryConstitution(
                THURROCK, "Changes", DocRef.titled("Constitution"), DocRef.titled("Minutes"));
    }

    @Test
    void a_role_that_a_command_does_not_name_may_not_send_it() {
        assertThat(refused(new EstablishCCG(THURROCK), Role.BOARD_OFFICER, BodyRef.BOARD))
                .contains("ROLE_NOT_PERMITTED");
    }

    @Test
    void a_role_of_one_group_acts_for_that_group() {
        assertThat(refused(apply(), Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK))).isEmpty();
        assertThat(refused(apply(), Role.CCG_GOVERNANCE_LEAD, OTHER))
                .contains("ACTOR_NOT_OF_THIS_BODY");
    }

    @Test
    void a_wrong_sender_is_left_to_the_rule_that_has_a_code_for_it() {
        assertThat(
                        refused(
                                new DecideConstitutionVariation(
                                        THURROCK, new VariationId("07G-V1"), true, null, List.of()),
                                Role.CCG_GOVERNANCE_LEAD,
                                BodyRef.ccg(THURROCK)))
                .isEmpty();
    }

    @Test
    void a_sender_of_another_body_is_left_to_the_rule_that_has_a_code_for_it() {
        AgreeToJoin agree =
                new AgreeToJoin(
                        new JointCommitteeId("a-committee"),
                        THURROCK,
                        1,
                        DocRef.titled("Minutes"),
                        null);
        assertThat(refused(agree, Role.CCG_ACCOUNTABLE_OFFICER, OTHER)).isEmpty();
        assertThat(refused(agree, Role.BOARD_OFFICER, BodyRef.BOARD)).isEmpty();
    }

    @Test
    void nobody_leaves_a_committee_for_another_but_the_system_when_it_is_due() {
        WithdrawFromJointCommittee withdraw =
                new WithdrawFromJointCommittee(new JointCommitteeId("a-committee"), THURROCK);
        assertThat(refused(withdraw, Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(THURROCK)))
                .isEmpty();
        assertThat(refused(withdraw, Role.SYSTEM, Actor.SYSTEM.body())).isEmpty();
        assertThat(refused(withdraw, Role.CCG_ACCOUNTABLE_OFFICER, OTHER))
                .contains("ACTOR_NOT_OF_THIS_BODY");
        assertThat(refused(withdraw, Role.BOARD_OFFICER, BodyRef.BOARD))
                .contains("ACTOR_NOT_OF_THIS_BODY");
    }

    @Test
    void nobody_approves_for_another_body_not_even_the_board() {
        assertThat(refused(approval(BodyRef.BOARD), Role.BOARD_OFFICER, BodyRef.BOARD)).isEmpty();
        assertThat(refused(approval(OTHER), Role.CCG_GOVERNANCE_LEAD, OTHER)).isEmpty();
        assertThat(refused(approval(OTHER), Role.BOARD_OFFICER, BodyRef.BOARD))
                .contains("ACTOR_NOT_OF_THIS_BODY");
        assertThat(refused(approval(OTHER), Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK)))
                .contains("ACTOR_NOT_OF_THIS_BODY");
    }
}
