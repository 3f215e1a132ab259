package org.ccgledger.command.authorisation;

import static org.ccgledger.command.authorisation.Applications.CATALOGUE;
import static org.ccgledger.command.authorisation.Applications.DEADLINE;
import static org.ccgledger.command.authorisation.Applications.DECIDED_ON;
import static org.ccgledger.command.authorisation.Applications.PLAN;
import static org.ccgledger.command.authorisation.Applications.PROPOSED_ON;
import static org.ccgledger.command.authorisation.Applications.SUBMITTED_ON;
import static org.ccgledger.command.authorisation.Applications.THURROCK;
import static org.ccgledger.command.authorisation.Applications.assessed;
import static org.ccgledger.command.authorisation.Applications.inWave;
import static org.ccgledger.command.authorisation.Applications.moderated;
import static org.ccgledger.command.authorisation.Applications.proposed;
import static org.ccgledger.command.authorisation.Applications.recommended;
import static org.ccgledger.command.authorisation.Applications.submitted;
import static org.ccgledger.command.authorisation.Applications.wave;
import static org.ccgledger.events.authorisation.AssessmentResult.MET;
import static org.ccgledger.events.authorisation.AssessmentResult.NOT_MET;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.authorisation.AuthorisationCommand.AssignToWave;
import org.ccgledger.command.authorisation.AuthorisationCommand.DeferApplication;
import org.ccgledger.command.authorisation.AuthorisationCommand.SubmitApplication;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadyModerated;
import org.ccgledger.command.authorisation.AuthorisationRefusal.AlreadySubmitted;
import org.ccgledger.command.authorisation.AuthorisationRefusal.ApplicationIncomplete;
import org.ccgledger.command.authorisation.AuthorisationRefusal.WaveDeadlinePassed;
import org.ccgledger.command.authorisation.AuthorisationRefusal.WaveNotLater;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationDeferred;
import org.ccgledger.events.authorisation.AuthorisationEvent.ApplicationSubmitted;
import org.ccgledger.events.authorisation.AuthorisationEvent.AssignedToWave;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static final DocRef PLAN_DOCUMENT = DocRef.titled("Plan");
    private static final DocRef CERTIFICATE = DocRef.titled("Certificate");

    private static Specification lead() {
        return Specification.of(AuthorisationDecider.DECIDER)
                .by(Role.CCG_GOVERNANCE_LEAD, BodyRef.ccg(THURROCK))
                .on(SUBMITTED_ON);
    }

    private static SubmitApplication submit() {
        return new SubmitApplication(THURROCK, List.of(PLAN_DOCUMENT), CERTIFICATE);
    }

    @Test
    void an_application_is_assigned_to_a_wave_with_the_waves_catalogue() {
        lead().given(proposed())
                .when(new AssignToWave(THURROCK, 4))
                .thenAccepted(new AssignedToWave(THURROCK, 4, CATALOGUE, SUBMITTED_ON));
        lead().given(inWave()).when(new AssignToWave(THURROCK, 4)).thenUnchanged();
        lead().given(inWave()).when(new AssignToWave(THURROCK, 3)).thenNotFound();
    }

    @Test
    void an_application_is_assigned_to_another_wave_until_it_is_submitted() {
        lead().given(wave(1, DEADLINE))
                .given(inWave())
                .when(new AssignToWave(THURROCK, 1))
                .thenAccepted(AssignedToWave.class);
        lead().given(wave(5, DEADLINE))
                .given(submitted())
                .when(new AssignToWave(THURROCK, 5))
                .thenRefused(new AlreadySubmitted(4));
        lead().given(submitted()).when(new AssignToWave(THURROCK, 4)).thenUnchanged();
    }

    @Test
    void an_application_stays_in_its_wave_once_its_assessment_is_moderated() {
        AlreadyModerated refusal = new AlreadyModerated(4);
        for (List<CcgEvent> standing : List.of(moderated(NOT_MET, MET), recommended())) {
            Specification lead = lead().given(wave(5, DECIDED_ON)).given(standing).on(DECIDED_ON);
            lead.when(new AssignToWave(THURROCK, 5)).thenRefused(refusal);
            lead.when(new DeferApplication(THURROCK, 5)).thenRefused(refusal);
            lead.when(new AssignToWave(THURROCK, 4)).thenUnchanged();
        }
        lead().given(wave(5, DECIDED_ON))
                .given(submitted())
                .given(assessed(PLAN, NOT_MET))
                .on(DECIDED_ON)
                .when(new DeferApplication(THURROCK, 5))
                .thenAccepted(ApplicationDeferred.class);
    }

    @Test
    void an_application_is_submitted_with_its_documents_by_the_deadline() {
        ApplicationSubmitted submitted =
                new ApplicationSubmitted(
                        THURROCK, 4, List.of(PLAN_DOCUMENT), CERTIFICATE, DEADLINE);
        lead().given(inWave()).on(DEADLINE).when(submit()).thenAccepted(submitted);
        lead().given(inWave())
                .on(DEADLINE.plusDays(1))
                .when(submit())
                .thenRefused(new WaveDeadlinePassed(4, DEADLINE));
    }

    @Test
    void a_submission_encloses_documents_and_certificate() {
        lead().given(inWave())
                .when(new SubmitApplication(THURROCK, List.of(), null))
                .thenRefused(new ApplicationIncomplete(List.of("documents", "selfCertification")));
    }

    @Test
    void an_application_without_a_wave_is_not_submitted() {
        lead().given(proposed())
                .when(submit())
                .thenRefused(new ApplicationIncomplete(List.of("wave")));
    }

    @Test
    void an_application_is_submitted_once() {
        lead().given(submitted()).when(submit()).thenUnchanged();
    }

    @Test
    void an_application_is_deferred_to_a_later_wave_only() {
        LocalDate first = LocalDate.of(2012, 7, 2);
        lead().given(wave(1, first))
                .given(inWave())
                .when(new DeferApplication(THURROCK, 1))
                .thenRefused(new WaveNotLater(4));
        lead().given(inWave())
                .when(new DeferApplication(THURROCK, 4))
                .thenRefused(new WaveNotLater(4));
        lead().given(wave(1, first))
                .given(proposed())
                .given(new AssignedToWave(THURROCK, 1, CATALOGUE, PROPOSED_ON))
                .when(new DeferApplication(THURROCK, 4))
                .thenAccepted(new ApplicationDeferred(THURROCK, 1, 4, CATALOGUE, SUBMITTED_ON));
    }

    @Test
    void a_wave_that_was_not_opened_is_not_found() {
        lead().given(inWave()).when(new DeferApplication(THURROCK, 3)).thenNotFound();
    }

    @Test
    void a_deferred_application_is_submitted_again() {
        lead().given(submitted())
                .given(new ApplicationDeferred(THURROCK, 3, 4, CATALOGUE, SUBMITTED_ON))
                .when(submit())
                .thenAccepted(ApplicationSubmitted.class);
    }
}
