package org.ccgledger.standalone.england;

import java.time.LocalDate;
import org.ccgledger.command.pledges.PledgeCommand.LinkEvidenceToPledge;
import org.ccgledger.command.pledges.PledgeCommand.RecordPledge;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.PledgeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.pledges.PledgeBearing;

/// What ministers and the Board promised to groups, and what of the history bears on it.
///
/// The letter of 2012 is undated; it is recorded as at the last day of the month of the summit that
/// it speaks of.
final class PledgeScript {

    static final LocalDate SPEECH_ON = LocalDate.of(2011, 11, 2);
    private static final LocalDate LETTER_ON = LocalDate.of(2012, 2, 29);
    private static final LocalDate FINAL_WAVE_ON = LocalDate.of(2013, 3, 14);
    private static final LocalDate DIVIDED_ON = LocalDate.of(2014, 9, 9);
    private static final LocalDate LOOKED_BACK_ON = LocalDate.of(2016, 3, 31);
    private static final Actor REGISTRY = Script.office("registry", Role.REGISTRY, BodyRef.BOARD);

    private final Script script;

    PledgeScript(Script script) {
        this.script = script;
    }

    void write() {
        ofTheSpeech(
                "running-costs-per-head",
                "Running costs",
                "Groups are given between £25 and £35 a head to run themselves.");
        ofTheSpeech(
                "freedom-of-structure",
                "Structure",
                "A group that keeps within its envelope has the size and shape that it wants.");
        ofTheSpeech(
                "choice-of-support",
                "Commissioning support",
                "Groups decide what support they need; the Board stands in for around five years.");
        ofTheSpeech(
                "advice-not-instruction",
                "Advice",
                "Senates and networks advise groups and do not tell them what to do.");
        ofTheLetter(
                "patients-best-interests",
                "Commissioning",
                "Groups are free to commission in the best interests of their patients.");
        ofTheLetter(
                "any-sector", "Commissioning", "Groups work with whichever sector they prefer.");
        ofTheLetter(
                "own-budget",
                "Budget",
                "Groups are responsible in law for their budget and their decisions.");
        ofTheLetter(
                "no-daily-instruction",
                "Autonomy",
                "Groups are free from instruction from day to day.");
        ofTheLetter(
                "competition-decided-by-groups",
                "Competition",
                "Groups alone decide when and how competition is used, if at all.");
        ofTheLetter(
                "no-private-support-imposed",
                "Commissioning support",
                "No group is made to use support from the private sector.");
        record(
                "conditions-reviewed",
                BodyRef.BOARD,
                FINAL_WAVE_ON,
                "Authorisation",
                "The Board looks again at groups with conditions, to remove what can be removed.",
                Provenance.stated(Sources.FINAL_WAVE));
        record(
                "no-gagging-clauses",
                DepartmentOfHealth.BODY,
                FINAL_WAVE_ON,
                "Severance",
                "No agreement is approved that keeps staff from blowing the whistle.",
                Provenance.stated(Sources.HUNT_2013));
        record(
                "joint-committees-voluntary",
                DepartmentOfHealth.BODY,
                DIVIDED_ON,
                "Joint committees",
                "Groups form joint committees of their own will and keep their autonomy.",
                Provenance.stated(Sources.BBC_DIVISION));
    }

    private void ofTheSpeech(String id, String subject, String text) {
        record(
                id,
                DepartmentOfHealth.BODY,
                SPEECH_ON,
                subject,
                text,
                Provenance.stated(Sources.LANSLEY_2011));
    }

    private void ofTheLetter(String id, String subject, String text) {
        record(
                id,
                DepartmentOfHealth.BODY,
                LETTER_ON,
                subject,
                text,
                Provenance.stated(Sources.LANSLEY_2012));
    }

    private void record(
            String id,
            BodyRef by,
            LocalDate on,
            String subject,
            String text,
            Provenance provenance) {
        script.by("pledges", REGISTRY, on)
                .knownFrom(provenance)
                .sends(
                        new RecordPledge(new PledgeId(id), by, subject, text, provenance.source()),
                        id);
    }

    /// Says of an entry of the history that it bears on a pledge.
    ///
    /// @param version of the entry's stream with it
    void link(String id, PledgeBearing bearing, StreamName stream, int version, String how) {
        script.by("pledges", REGISTRY, LOOKED_BACK_ON)
                .because(how)
                .knownFrom(
                        Provenance.synthetic("what bears on a pledge is a reading of this history"))
                .sends(
                        new LinkEvidenceToPledge(
                                new PledgeId(id),
                                new LedgerEntry(stream.toString(), version),
                                bearing),
                        id + "/" + stream + "/" + version);
    }
}
