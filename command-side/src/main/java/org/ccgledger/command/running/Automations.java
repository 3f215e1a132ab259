package org.ccgledger.command.running;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.ccgledger.command.automation.Cause;
import org.ccgledger.command.automation.DueDates;
import org.ccgledger.command.automation.WhenCCGAuthorisedThenEstablishCCG;
import org.ccgledger.command.automation.WhenCCGEstablishedThenAdmitApplicants;
import org.ccgledger.command.automation.WhenCommitteesInCommonConvertedThenDisbandThem;
import org.ccgledger.command.automation.WhenGovernanceAuditFailedThenLoseDelegationAssurance;
import org.ccgledger.command.automation.WhenGroupCeasesThenSettleWhatWasOpen;
import org.ccgledger.command.automation.WhenInterestBecomesKnownThenTaintDecisions;
import org.ccgledger.command.automation.WhenJointCommitteeLeftThenEndJointArrangement;
import org.ccgledger.command.automation.WhenMemberIsDirectedThenReviewItsJointMemberships;
import org.ccgledger.command.automation.WhenSharedCostSpentThenPostShares;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sends what the system sends: reactions to events at once, and what falls due when its day has
/// come.
///
/// Commands go out on threads of their own, never in a reader's unit of work; their ids follow from
/// the event, so that what is sent twice is decided once.
@Component
public final class Automations implements SmartLifecycle {

    /// What reacts to events, under the name by which it remembers how far it has read.
    public static final String REACTIONS = "reactions";

    /// What notes what falls due.
    public static final String DUE_DATES = "due-dates";

    private static final Logger LOG = LoggerFactory.getLogger(Automations.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Commands commands;
    private final Ledger ledger;
    private final LedgerReads reads;
    private final BusinessDate businessDate;
    private final DueList dueList;
    private final LedgerReader reactions;
    private final LedgerReader dueDates;
    private final Scheduler scheduler;
    private volatile boolean running;

    public Automations(
            Commands commands,
            Ledger ledger,
            LedgerEventStore events,
            @Qualifier("automationDatabase") DataSource database,
            BusinessDate businessDate) {
        this.commands = commands;
        this.ledger = ledger;
        this.reads = new LedgerReads(ledger);
        this.businessDate = businessDate;
        this.dueList = new DueList(database);
        this.reactions = new LedgerReader(REACTIONS, 100, events, database, this::react);
        this.dueDates = new LedgerReader(DUE_DATES, 1000, events, database, this::note);
        RecurringTask<Void> look =
                Tasks.recurring("send-what-is-due", FixedDelay.of(BETWEEN_LOOKS))
                        .execute((_, _) -> sendDue(businessDate.get()));
        this.scheduler =
                Scheduler.create(database)
                        .startTasks(look)
                        .tableName("automation.scheduled_tasks")
                        .threads(1)
                        .pollingInterval(Duration.ofSeconds(5))
                        .build();
    }

    /// Sends everything that is due by a day, and what follows from it, and returns when that is
    /// done.
    public void settle(LocalDate day) {
        do {
            awaitReaders();
            sendDue(day);
        } while (!haveReadAll());
    }

    private void react(CcgEvent event, Recorded at) {
        Cause cause = new Cause(event, at.eventId(), at.metadata());
        Stream.of(
                        WhenCCGAuthorisedThenEstablishCCG.react(cause),
                        WhenCCGEstablishedThenAdmitApplicants.react(cause),
                        WhenSharedCostSpentThenPostShares.react(cause),
                        WhenInterestBecomesKnownThenTaintDecisions.react(cause, this::votes),
                        WhenGovernanceAuditFailedThenLoseDelegationAssurance.react(cause),
                        WhenJointCommitteeLeftThenEndJointArrangement.react(cause),
                        WhenCommitteesInCommonConvertedThenDisbandThem.react(cause),
                        WhenMemberIsDirectedThenReviewItsJointMemberships.react(
                                cause, reads, businessDate.get()),
                        WhenGroupCeasesThenSettleWhatWasOpen.react(cause, businessDate.get()))
                .flatMap(List::stream)
                .forEach(envelope -> concluded(envelope, commands.sendApart(envelope)));
    }

    /// All that the ledger holds now, what was recorded after the cause included.
    private List<CcgEvent> votes(PersonId person) {
        return reads.recorded(Tag.person(person), WhenInterestBecomesKnownThenTaintDecisions.VOTES);
    }

    private void note(CcgEvent event, Recorded at) {
        due(new Cause(event, at.eventId(), at.metadata()))
                .forEach(due -> dueList.add(due.commandId(), at.eventId(), due.effectiveOn()));
    }

    private Stream<Envelope> due(Cause cause) {
        return Stream.of(
                        DueDates.of(cause),
                        WhenMemberIsDirectedThenReviewItsJointMemberships.due(cause, reads),
                        WhenGroupCeasesThenSettleWhatWasOpen.due(cause))
                .flatMap(List::stream);
    }

    private void sendDue(LocalDate day) {
        List<DueList.Entry> entries;
        do {
            entries = dueList.dueBy(day);
            entries.forEach(this::send);
        } while (!entries.isEmpty());
    }

    private void send(DueList.Entry entry) {
        StoredEvent event = ledger.event(entry.eventId()).orElseThrow();
        Cause cause =
                new Cause(
                        EventJson.read(event.type(), event.schemaVersion(), event.fact()),
                        event.eventId(),
                        new String(event.metadata(), java.nio.charset.StandardCharsets.UTF_8));
        due(cause)
                .filter(due -> due.commandId().equals(entry.commandId()))
                .forEach(due -> concluded(due, commands.send(due)));
        dueList.settle(entry.commandId());
    }

    /// An answer that is not an outcome is an error of ours or a passing one; the reader or the
    /// scheduler tries again.
    private static void concluded(Envelope envelope, Answer answer) {
        switch (answer) {
            case Answer.Concluded _ -> {}
            case Answer.NotFound(var what) ->
                    LOG.warn("{} was not sent on: {}", envelope.idempotencyKey(), what);
            case Answer.Forbidden _,
                    Answer.VersionConflict _,
                    Answer.KeyReused _,
                    Answer.Contention _ ->
                    throw new IllegalStateException(
                            envelope.idempotencyKey() + " was answered " + answer);
        }
    }

    private boolean haveReadAll() {
        long head = ledger.head();
        return reactions.position() >= head && dueDates.position() >= head;
    }

    private void awaitReaders() {
        try {
            while (running && !haveReadAll()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the automations were reading", e);
        }
    }

    @Override
    public void start() {
        running = true;
        reactions.start();
        dueDates.start();
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        reactions.stop();
        dueDates.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
