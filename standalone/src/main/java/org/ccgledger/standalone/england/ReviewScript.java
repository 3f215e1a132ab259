package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.command.conditions.ConditionCommand.DecideConditionReview;
import org.ccgledger.command.conditions.ConditionCommand.OpenConditionReview;
import org.ccgledger.command.directions.DirectionCommand.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ConditionId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.conditions.ReviewAction;
import org.ccgledger.events.conditions.ReviewOutcome;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.LegalPower;
import org.jspecify.annotations.Nullable;

/// The reviews of England 2013-14 as commands: directions first, conditions then.
final class ReviewScript {

    private static final String REGULATIONS = "SI 2012/1631";
    private static final LocalDate GO_LIVE = LocalDate.of(2013, 4, 1);
    private static final Provenance BY_RULE =
            Provenance.assumed("the day is counted from the review's own days");

    private final EnglandPlan plan;
    private final Script script;

    ReviewScript(EnglandPlan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    void write() {
        plan.groups().forEach(this::assignFunctions);
        List<PlannedReview> reviews = plan.reviews();
        for (int i = 0; i < reviews.size(); i++) {
            YearMonth next =
                    i + 1 < reviews.size()
                            ? YearMonth.from(reviews.get(i + 1).effectiveOn().value())
                            : null;
            for (PlannedReview.ReviewedGroup group : reviews.get(i).groups()) {
                review(reviews.get(i), group, next);
            }
        }
    }

    /// The functions that a direction took go to a neighbour once the factors of regulation 8(9)
    /// are considered.
    private void assignFunctions(PlannedGroup group) {
        group.direction()
                .ifPresent(direction ->
                        direction
                                .assignedTo()
                                .ifPresent(neighbour ->
                                        assign(group, direction, new CcgCode(neighbour))));
    }

    private void assign(PlannedGroup group, PlannedDirection direction, CcgCode neighbour) {
        CcgCode ccg = new CcgCode(group.code());
        DirectionId first = new DirectionId(ccg + "-D1");
        BodyRef body = BodyRef.ccg(neighbour);
        for (String token : direction.functions()) {
            FunctionCode function = new FunctionCode(token);
            script.by(
                            group.code(),
                            Script.office(
                                    "accountable-officer", Role.CCG_ACCOUNTABLE_OFFICER, body),
                            LocalDate.of(2013, 3, 20))
                    .under(REGULATIONS, "reg 8(9)")
                    .knownFrom(direction.provenance())
                    .sends(
                            new RecordWillingness(
                                    ccg,
                                    first,
                                    function,
                                    neighbour,
                                    true,
                                    "The group has the staff and the contracts."),
                            token);
            script.by(group.code(), EnglandScript.OFFICER, LocalDate.of(2013, 3, 22))
                    .under(REGULATIONS, "reg 8(9)")
                    .knownFrom(direction.provenance())
                    .sends(
                            new ConsiderExerciser(
                                    ccg,
                                    first,
                                    function,
                                    neighbour,
                                    false,
                                    "The neighbour is able and has the capacity."),
                            token);
            script.by(group.code(), EnglandScript.COMMITTEE, GO_LIVE)
                    .under(REGULATIONS, "reg 8(8)")
                    .because("A neighbour is better placed than the Board.")
                    .knownFrom(direction.provenance())
                    .sends(new AssignFunctionExercise(ccg, first, function, body, null), token);
        }
    }

    private void review(
            PlannedReview review, PlannedReview.ReviewedGroup reviewed, @Nullable YearMonth next) {
        CcgCode ccg = new CcgCode(reviewed.code());
        String number = Integer.toString(review.number());
        LocalDate on = review.effectiveOn().value();
        script.by(reviewed.code(), EnglandScript.OFFICER, review.evidenceDue().value().minusDays(7))
                .under(REGULATIONS, "reg 8(6)")
                .knownFrom(BY_RULE)
                .sends(
                        new OpenConditionReview(
                                ccg,
                                review.number(),
                                review.evidenceDue().value(),
                                review.committeeOn().value()),
                        number);
        if (reviewed.directionRevoked()) {
            script.by(reviewed.code(), EnglandScript.COMMITTEE, on)
                    .under(REGULATIONS, "reg 8(7)")
                    .because("The matter that the direction answered to is met.")
                    .knownFrom(reviewed.provenance())
                    .sends(
                            new RevokeDirection(
                                    ccg,
                                    new DirectionId(ccg + "-D1"),
                                    DocRef.titled("Handover note")),
                            number);
        }
        reviewed.directionIssued().ifPresent(direction -> direct(ccg, direction, on));
        script.by(reviewed.code(), EnglandScript.COMMITTEE, on)
                .under(REGULATIONS, "reg 8(7)")
                .because("As recommended on the evidence that the group submitted.")
                .on(DocRef.titled("Evidence submitted for review " + number))
                .knownFrom(reviewed.provenance())
                .sends(
                        new DecideConditionReview(
                                ccg,
                                review.number(),
                                outcomes(reviewed),
                                reviewed.fullyAuthorised() ? null : next),
                        number);
    }

    private void direct(CcgCode ccg, PlannedDirection direction, LocalDate on) {
        DirectionId first = new DirectionId(ccg + "-D1");
        script.by(ccg.value(), EnglandScript.COMMITTEE, on.minusDays(2))
                .under(REGULATIONS, "reg 8(5)")
                .knownFrom(direction.provenance())
                .sends(
                        new DraftDirection(
                                ccg,
                                LegalPower.REG8,
                                DirectionKind.valueOf(direction.kind().name()),
                                direction.functions().stream().map(FunctionCode::new).toList(),
                                Period.from(on),
                                null),
                        "draft");
        script.by(ccg.value(), EnglandScript.COMMITTEE, on)
                .under(REGULATIONS, "reg 8(5)")
                .because("The group does not discharge the function as it should.")
                .knownFrom(direction.provenance())
                .sends(
                        new IssueDirection(
                                ccg, first, DocRef.titled("Legal direction under regulation 8")),
                        "issue");
    }

    private List<ReviewOutcome> outcomes(PlannedReview.ReviewedGroup reviewed) {
        Map<String, ConditionId> ids = new HashMap<>();
        plan.group(reviewed.code())
                .ifPresent(group ->
                        group.conditions()
                                .forEach(condition ->
                                        ids.put(
                                                condition.criterion(),
                                                new ConditionId(
                                                        reviewed.code()
                                                                + "-C"
                                                                + (ids.size() + 1)))));
        return reviewed.outcomes().stream()
                .map(outcome -> {
                    ConditionId condition =
                            java.util.Objects.requireNonNull(ids.get(outcome.criterion()));
                    return switch (outcome) {
                        case PlannedReview.Outcome.Discharged _ ->
                                new ReviewOutcome(
                                        condition,
                                        ReviewAction.REMOVE,
                                        null,
                                        null,
                                        "The criterion is met.");
                        case PlannedReview.Outcome.Kept _ ->
                                new ReviewOutcome(condition, ReviewAction.KEEP, null, null, null);
                        case PlannedReview.Outcome.LevelChanged changed ->
                                new ReviewOutcome(
                                        condition, ReviewAction.VARY, changed.to(), null, null);
                    };
                })
                .toList();
    }
}
