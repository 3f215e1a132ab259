package org.ccgledger.command.authorisation;

import static org.ccgledger.command.authorisation.Applications.ASSESSED_ON;
import static org.ccgledger.command.authorisation.Applications.BOARD;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.FIRST;
import static org.ccgledger.command.authorisation.Applications.MODERATED_ON;
import static org.ccgledger.command.authorisation.Applications.OFFICER;
import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.RECOMMENDED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.authorisation.Applications.assessed;
import static org.ccgledger.command.authorisation.Applications.authorised;
import static org.ccgledger.command.authorisation.Applications.condition;
import static org.ccgledger.command.authorisation.Applications.inWave;
import static org.ccgledger.command.authorisation.Applications.moderated;
import static org.ccgledger.command.authorisation.Applications.recommended;
import static org.ccgledger.command.authorisation.Applications.submitted;
import static org.ccgledger.events.authorisation.AssessmentResult.MET;
import static org.ccgledger.events.authorisation.AssessmentResult.NOT_MET;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssessCriterion;
import org.ccgledger.command.authorisation.AuthorisationCommand.CloseCommentWindow;
import org.ccgledger.command.authorisation.AuthorisationCommand.ModerateAssessment;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecommendConditions;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordSiteVisit;
import org.ccgledger.command.authorisation.AuthorisationCommand.RecordStakeholderSurvey;
import org.ccgledger.command.authorisation.AuthorisationCommand.RespondToRecommendation;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationDecided;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AssessorConflicted;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionMissingForCriterion;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ConditionNotLinked;
import org.ccgledger.command.authorisation.AuthorisationRefusal.CriteriaNotAllAssessed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.UnknownCriterion;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CriterionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonalText;
import org.ccgledger.events.Role;
import org.ccgledger.events.authorisation.AssessmentResult;
import org.ccgledger.events.authorisation.AssessmentStage;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssessmentModerated;
import org.ccgledger.events.authorisation.AuthorisationEvent.RecommendationResponded;
import org.ccgledger.events.authorisation.AuthorisationEvent.SiteVisitRecorded;
import org.ccgledger.events.authorisation.AuthorisationEvent.StakeholderSurveyRecorded;
import org.ccgledger.events.authorisation.AuthorisationOutcome;
import org.ccgledger.events.authorisation.CriterionChange;
import org.ccgledger.events.authorisation.RecommendedCondition;
import org.ccgledger.events.conditions.SupportLevel;
import org.ccgledger.events.interests.DeclarantClass;
import org.ccgledger.events.interests.InterestCategory;
import org.ccgledger.events.interests.InterestEvent.InterestDeclared;
import org.ccgledger.events.interests.InterestTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final CriterionId UNLISTED = new CriterionId("SYN-6.99");
    private static final LocalDate WINDOW_ENDS = RECOMMENDED_ON.plusDays(14);

    private static final InterestId PARTNERSHIP =
            new InterestId("3c1f7a90-55d2-4e1b-8b64-0a9d7e2c4f18");

    /// What the assessor has declared to a group of an earlier wave.
    private static InterestDeclared interested(BodyRef body, @Nullable LocalDate until) {
        LocalDate declaredOn = ASSESSED_ON.minusDays(7);
        return new InterestDeclared(
                PARTNERSHIP,
                OFFICER,
                new CcgCode("08J"),
                null,
                DeclarantClass.EMPLOYEE,
                null,
                true,
                new InterestTerms(
                        InterestCategory.FINANCIAL,
                        false,
                        null,
                        body,
                        null,
                        new PersonalText(OFFICER, "Is a partner"),
                        declaredOn,
                        until,
                        null),
                declaredOn,
                true,
                null,
                declaredOn);
    }

    private static Specification board() {
        return Specification.of(AuthorisationDecider.DECIDER);
    }

    private static Specification group() {
        return board().by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK));
    }

    private static Specification system() {
        return board().by(Role.SYSTEM, new BodyRef("SYSTEM/CCG-LEDGER"));
    }

    private static AssessCriterion assess(CriterionId criterion, AssessmentResult result) {
        return new AssessCriterion(
                THURROCK, criterion, result, AssessmentStage.DESK_TOP, null, OFFICER);
    }

    private static ModerateAssessment moderate(CriterionChange... changes) {
        return new ModerateAssessment(THURROCK, List.of(changes), "Conditions");
    }

    private static RecommendConditions recommend(RecommendedCondition... conditions) {
        return new RecommendConditions(THURROCK, List.of(conditions), OFFICER);
    }

    private static List<AuthorisationCommand> beforeSubmission() {
        return List.of(
                new RecordStakeholderSurvey(THURROCK, 40, "Well regarded"),
                new RecordSiteVisit(THURROCK, ASSESSED_ON, DocRef.titled("Report")),
                assess(PLAN, MET),
                moderate());
    }

    @Test
    void nothing_is_assessed_before_the_application_is_submitted() {
        for (AuthorisationCommand command : beforeSubmission()) {
            board().given(inWave())
                    .when(command)
                    .thenRefused(new ApplicationIncomplete(List.of("submission")));
        }
    }

    @Test
    void what_was_not_proposed_is_not_found() {
        beforeSubmission().forEach(command -> board().when(command).thenNotFound());
        board().when(recommend()).thenNotFound();
        group().when(new RespondToRecommendation(THURROCK, "Agreed")).thenNotFound();
    }

    @Test
    void the_survey_and_the_site_visit_are_recorded() {
        board().given(submitted())
                .on(ASSESSED_ON)
                .when(new RecordStakeholderSurvey(THURROCK, 40, "Well regarded"))
                .thenAccepted(
                        new StakeholderSurveyRecorded(THURROCK, 40, "Well regarded", ASSESSED_ON));
        board().given(submitted())
                .on(ASSESSED_ON)
                .when(new RecordSiteVisit(THURROCK, ASSESSED_ON, DocRef.titled("Report")))
                .thenAccepted(
                        new SiteVisitRecorded(
                                THURROCK, ASSESSED_ON, DocRef.titled("Report"), ASSESSED_ON));
    }

    @Test
    void nobody_assesses_an_application_in_which_they_have_a_live_interest() {
        AssessorConflicted conflicted = new AssessorConflicted(OFFICER, Set.of(PARTNERSHIP));
        for (BodyRef body : List.of(BodyRef.practice(FIRST), BodyRef.ccg(THURROCK))) {
            board().given(submitted())
                    .given(interested(body, null))
                    .on(ASSESSED_ON)
                    .when(assess(PLAN, MET))
                    .thenRefused(conflicted);
        }
        board().given(submitted())
                .given(interested(BodyRef.practice(FIRST), ASSESSED_ON))
                .on(ASSESSED_ON)
                .when(assess(PLAN, MET))
                .thenRefused(conflicted);
    }

    @Test
    void an_interest_elsewhere_or_of_the_past_does_not_keep_anybody_from_assessing() {
        board().given(submitted())
                .given(interested(new BodyRef("PROVIDER/NQ101"), null))
                .on(ASSESSED_ON)
                .when(assess(PLAN, MET))
                .thenAccepted(assessed(PLAN, MET));
        board().given(submitted())
                .given(interested(BodyRef.practice(FIRST), ASSESSED_ON.minusDays(1)))
                .on(ASSESSED_ON)
                .when(assess(PLAN, MET))
                .thenAccepted(assessed(PLAN, MET));
    }

    @Test
    void a_criterion_is_assessed_and_may_be_assessed_otherwise_later() {
        board().given(submitted())
                .on(ASSESSED_ON)
                .when(assess(PLAN, NOT_MET))
                .thenAccepted(assessed(PLAN, NOT_MET));
        board().given(submitted())
                .given(assessed(PLAN, NOT_MET))
                .when(assess(PLAN, NOT_MET))
                .thenUnchanged();
        board().given(submitted())
                .given(assessed(PLAN, NOT_MET))
                .when(assess(PLAN, MET))
                .thenAccepted(assessed(PLAN, MET));
    }

    @Test
    void a_criterion_is_of_the_waves_catalogue() {
        board().given(submitted())
                .when(assess(UNLISTED, MET))
                .thenRefused(new UnknownCriterion(UNLISTED));
        board().given(submitted())
                .given(assessed(PLAN, MET), assessed(BOARD, MET))
                .when(moderate(new CriterionChange(UNLISTED, NOT_MET, "A slip")))
                .thenRefused(new UnknownCriterion(UNLISTED));
    }

    @Test
    void a_moderated_assessment_is_not_reopened() {
        board().given(moderated(MET, MET))
                .when(assess(PLAN, NOT_MET))
                .thenRefused(new ApplicationDecided(MODERATED_ON));
        board().given(moderated(MET, MET)).when(moderate()).thenUnchanged();
    }

    @Test
    void every_criterion_is_assessed_before_moderation() {
        board().given(submitted())
                .when(moderate())
                .thenRefused(new CriteriaNotAllAssessed(Set.of(PLAN, BOARD)));
        board().given(submitted())
                .given(assessed(PLAN, MET))
                .when(moderate())
                .thenRefused(new CriteriaNotAllAssessed(Set.of(BOARD)));
    }

    @Test
    void moderation_changes_what_is_met() {
        CriterionChange up = new CriterionChange(PLAN, MET, "Evidence came late");
        CriterionChange down = new CriterionChange(BOARD, NOT_MET, "A seat is vacant");
        board().given(submitted())
                .given(assessed(PLAN, NOT_MET), assessed(BOARD, MET))
                .on(MODERATED_ON)
                .when(moderate(up, down))
                .thenAccepted(
                        new AssessmentModerated(
                                THURROCK,
                                List.of(up, down),
                                "Conditions",
                                List.of(BOARD),
                                MODERATED_ON));
    }

    @Test
    void conditions_are_recommended_after_moderation() {
        board().given(submitted())
                .when(recommend())
                .thenRefused(new CriteriaNotAllAssessed(Set.of()));
        board().given(moderated(NOT_MET, MET))
                .on(RECOMMENDED_ON)
                .when(recommend(condition(PLAN, SupportLevel.II)))
                .thenAccepted(recommended().getLast());
    }

    @Test
    void every_unmet_criterion_is_given_a_condition_and_no_other() {
        board().given(moderated(NOT_MET, NOT_MET))
                .when(recommend(condition(PLAN, SupportLevel.I)))
                .thenRefused(new ConditionMissingForCriterion(Set.of(BOARD)));
        board().given(moderated(NOT_MET, MET))
                .when(recommend(condition(PLAN, SupportLevel.I), condition(BOARD, SupportLevel.I)))
                .thenRefused(new ConditionNotLinked("Meet it"));
        board().given(moderated(MET, MET))
                .when(
                        recommend(
                                new RecommendedCondition(
                                        null, false, "Something else", SupportLevel.I)))
                .thenRefused(new ConditionNotLinked("Something else"));
    }

    @Test
    void the_group_comments_until_the_last_day_of_the_window() {
        RespondToRecommendation respond = new RespondToRecommendation(THURROCK, "Agreed");
        group().given(recommended())
                .on(WINDOW_ENDS)
                .when(respond)
                .thenAccepted(new RecommendationResponded(THURROCK, "Agreed", WINDOW_ENDS));
        group().given(recommended())
                .on(WINDOW_ENDS.plusDays(1))
                .when(respond)
                .thenRefused(new AuthorisationRefusal.CommentWindowClosed());
        group().given(moderated(NOT_MET, MET))
                .when(respond)
                .thenRefused(new AuthorisationRefusal.CommentWindowClosed());
    }

    @Test
    void the_window_closes_the_day_after_its_last_if_nothing_was_said() {
        CloseCommentWindow close = new CloseCommentWindow(THURROCK);
        LocalDate due = WINDOW_ENDS.plusDays(1);
        CcgEvent closed =
                new org.ccgledger.events.authorisation.AuthorisationEvent.CommentWindowClosed(
                        THURROCK, due);
        system().given(recommended()).on(due).when(close).thenAccepted(closed);
        system().given(recommended()).on(WINDOW_ENDS).when(close).thenUnchanged();
        system().given(recommended()).given(closed).on(due).when(close).thenUnchanged();
        system().given(recommended())
                .given(new RecommendationResponded(THURROCK, "Agreed", RECOMMENDED_ON))
                .on(due)
                .when(close)
                .thenUnchanged();
    }

    @Test
    void what_is_decided_is_not_assessed_any_more() {
        for (AuthorisationCommand command :
                List.of(
                        assess(PLAN, MET),
                        moderate(),
                        recommend(),
                        new RespondToRecommendation(THURROCK, "Agreed"))) {
            board().given(moderated(MET, MET))
                    .given(authorised(AuthorisationOutcome.AUTHORISED, List.of(), List.of()))
                    .when(command)
                    .thenRefused(new ApplicationDecided(DECIDED_ON));
        }
    }
}
