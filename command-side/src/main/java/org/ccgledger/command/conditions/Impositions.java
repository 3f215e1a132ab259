package org.ccgledger.command.conditions;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.command.boundaries.Approvals;
import org.ccgledger.command.boundaries.IssuedDirections;
import org.ccgledger.command.conditions.ConditionCommand.*;
import org.ccgledger.command.conditions.ConditionRefusal.*;
import org.ccgledger.command.conditions.Conditions.Authorised;
import org.ccgledger.command.conditions.Register.Condition;
import org.ccgledger.command.conditions.Register.Plan;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.conditions.ConditionEvent.*;
import org.ccgledger.events.conditions.ConditionTerms;

/// What is imposed, how the group means to put it right, and what goes over to ordinary assurance.
final class Impositions {

    private Impositions() {}

    static Decision impose(ImposeCondition command, Conditions state, Context context) {
        if (!context.actsAs(Role.BOARD_AUTHORISATION)) {
            return refuse(new NotAuthorisingBody(context.actor().body()));
        }
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        Register register = authorised.register();
        if (register.open().values().stream().anyMatch(open -> isSame(open, command))) {
            return unchanged();
        }
        if (command.criterion() == null && !command.bespoke()) {
            return refuse(new AtImposition.ConditionNotLinked(command.text()));
        }
        if (command.level().needsDirection() && !isDirected(command.ccg(), context)) {
            return refuse(new AtImposition.DirectionRequiredForLevel(command.level()));
        }
        return accept(
                new ConditionImposed(
                        command.ccg(),
                        new ConditionTerms(
                                new ConditionId(
                                        command.ccg() + "-C" + (register.conditions().size() + 1)),
                                command.criterion(),
                                command.bespoke(),
                                command.text(),
                                command.level()),
                        command.reviewBy(),
                        context.effectiveOn()));
    }

    private static boolean isSame(Condition open, ImposeCondition command) {
        return Objects.equals(open.terms().criterion(), command.criterion())
                && open.terms().bespoke() == command.bespoke()
                && open.terms().text().equals(command.text())
                && open.terms().level() == command.level();
    }

    static boolean isDirected(CcgCode ccg, Context context) {
        return IssuedDirections.asAt(ccg, context.effectiveOn(), context.reads())
                .isDirected(context.effectiveOn());
    }

    static Decision agree(AgreeRectificationPlan command, Conditions state, Context context) {
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        if (new Plan(command.plan(), command.milestones()).equals(authorised.register().plan())) {
            return unchanged();
        }
        if (authorised.register().open().isEmpty()) {
            return refuse(new NoOpenCondition());
        }
        Set<BodyRef> missing = missing(command.ccg(), command.plan(), command.approvals(), context);
        return missing.isEmpty()
                ? accept(
                        new RectificationPlanAgreed(
                                command.ccg(),
                                command.plan(),
                                command.milestones(),
                                context.effectiveOn()))
                : refuse(new AgreementMissing(missing));
    }

    static Decision revise(ReviseRectificationPlan command, Conditions state, Context context) {
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        if (authorised.register().plan() == null) {
            return notFound(command.ccg() + " has no rectification plan");
        }
        if (new Plan(command.plan(), command.milestones()).equals(authorised.register().plan())) {
            return unchanged();
        }
        Set<BodyRef> missing = missing(command.ccg(), command.plan(), command.approvals(), context);
        return missing.isEmpty()
                ? accept(
                        new RectificationPlanRevised(
                                command.ccg(),
                                command.plan(),
                                command.milestones(),
                                context.effectiveOn()))
                : refuse(new AgreementMissing(missing));
    }

    private static Set<BodyRef> missing(
            CcgCode ccg, DocRef plan, List<ApprovalId> approvals, Context context) {
        return Approvals.missing(
                Set.of(BodyRef.BOARD),
                approvals,
                new ApprovalSubject(ApprovedStep.RECTIFICATION_PLAN, ccg, null),
                plan,
                context);
    }

    static Decision mainstream(MainstreamCondition command, Conditions state, Context context) {
        if (!(state instanceof Authorised authorised)) {
            return ConditionDecider.notAuthorised(command);
        }
        Condition condition = authorised.register().conditions().get(command.condition());
        if (condition == null) {
            return Reviews.noCondition(command.condition());
        }
        if (!condition.open()) {
            return refuse(new ConditionNotOpen(Set.of(command.condition())));
        }
        return condition.mainstreamed()
                ? unchanged()
                : accept(
                        new ConditionMainstreamed(
                                command.ccg(),
                                command.condition(),
                                command.assurance(),
                                context.effectiveOn()));
    }
}
