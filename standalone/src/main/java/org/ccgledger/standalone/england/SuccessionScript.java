package org.ccgledger.standalone.england;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ccgledger.command.successions.SuccessionCommand.ApplyToMerge;
import org.ccgledger.command.successions.SuccessionCommand.CompleteMerger;
import org.ccgledger.command.successions.SuccessionCommand.DecideMerger;
import org.ccgledger.command.successions.SuccessionCommand.TransferToICB;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.MergerId;
import org.ccgledger.events.Role;
import org.ccgledger.events.Source.Standing;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.successions.AddressedFactor;
import org.ccgledger.events.successions.MergerFactor;
import org.ccgledger.events.successions.MergerTerms;

/// How groups merged from 2015 on, and gave way to integrated care boards in 2022, as commands.
///
/// When groups applied is not known, nor when the Board decided but for the first merger: each
/// applies on 1 June before and is decided on 1 August, as that one was.
final class SuccessionScript {

    private static final int APPLIED_IN = 6;
    private static final int DECIDED_IN = 8;
    private static final LocalDate BOARDS_FROM = LocalDate.of(2022, 7, 1);
    private static final String ACT = "NHS Act 2006";
    private static final Actor BOARD =
            Script.office("merger-committee", Role.BOARD_AUTHORISATION, BodyRef.BOARD);
    private static final Actor REGISTRY = Script.office("registry", Role.REGISTRY, BodyRef.BOARD);
    private static final Actor DEPARTMENT =
            Script.office("secretary-of-state", Role.DEPARTMENT_OF_HEALTH, new BodyRef("DH/DHSC"));
    private static final Provenance BY_RULE =
            Provenance.assumed("applied on 1 June and decided on 1 August before a merger");

    private final Script script;

    SuccessionScript(Script script) {
        this.script = script;
    }

    void write() {
        KnownMerger.all().forEach(this::merge);
        refuse();
        KnownBoard.all().forEach(this::giveWay);
        new FigureScript(script).writeOfMergers();
    }

    private static Provenance provenance(Standing standing) {
        return standing == Standing.STATED
                ? Provenance.stated(Sources.SUCCESSORS)
                : Provenance.assumed("public record, not held against a copy");
    }

    private void merge(KnownMerger merger) {
        MergerId id = new MergerId("merger-" + merger.code());
        String lane = id.value();
        int year = merger.takesEffectOn().getYear() - 1;
        MergerTerms terms = terms(merger.from(), merger.legalName(), merger.code());
        apply(lane, id, terms, LocalDate.of(year, APPLIED_IN, 1));
        script.by(lane, BOARD, LocalDate.of(year, DECIDED_IN, 1))
                .under(ACT, "s.14G")
                .because("The groups have shown how one group serves the people of their areas.")
                .knownFrom(
                        merger.takesEffectOn().getYear() == 2015
                                ? Provenance.stated(Sources.FIRST_MERGER)
                                : BY_RULE)
                .sends(new DecideMerger(id, true, merger.takesEffectOn()), lane);
        script.by(lane, REGISTRY, merger.takesEffectOn())
                .under(ACT, "s.14G")
                .knownFrom(provenance(merger.standing()))
                .sends(new CompleteMerger(id, merger.code(), null), lane);
    }

    /// Two groups that merged a year later had been refused for April 2020.
    private void refuse() {
        MergerId id = new MergerId("merger-05N-05X-2020");
        String lane = id.value();
        apply(
                lane,
                id,
                terms(
                        KnownMerger.codes("05N 05X"),
                        "NHS Shropshire, Telford and Wrekin Clinical Commissioning Group",
                        new CcgCode("M2L0M")),
                LocalDate.of(2019, APPLIED_IN, 1));
        script.by(lane, BOARD, LocalDate.of(2019, DECIDED_IN, 1))
                .under(ACT, "s.14G")
                .because("The application is not yet ready for April 2020.")
                .knownFrom(Provenance.stated(Sources.REFUSED_MERGER))
                .sends(new DecideMerger(id, false, null), lane);
    }

    private void apply(String lane, MergerId id, MergerTerms terms, LocalDate on) {
        for (CcgCode ccg : terms.ccgs()) {
            script.by(
                            lane,
                            Script.office(
                                    "accountable-officer",
                                    Role.CCG_ACCOUNTABLE_OFFICER,
                                    BodyRef.ccg(ccg)),
                            on)
                    .under(ACT, "s.14G")
                    .knownFrom(BY_RULE)
                    .sends(new ApplyToMerge(id, terms, factors()), ccg.value());
        }
    }

    private static MergerTerms terms(List<CcgCode> from, String name, CcgCode code) {
        return new MergerTerms(
                from,
                name,
                DocRef.titled("Constitution of " + name),
                List.of(ConstitutionPermission.JOINT_COMMITTEES, ConstitutionPermission.DELEGATION),
                Script.person("accountable-officer", BodyRef.ccg(code)));
    }

    private static List<AddressedFactor> factors() {
        return Arrays.stream(MergerFactor.values())
                .map(factor -> new AddressedFactor(factor, "Synthetic: said in the application."))
                .toList();
    }

    /// One after another: a group whose functions another exercises goes before that one.
    private void giveWay(KnownBoard board) {
        for (CcgCode ccg : board.ccgs()) {
            script.by("abolition", DEPARTMENT, BOARDS_FROM)
                    .under("Health and Care Act 2022", "s.14")
                    .knownFrom(provenance(board.standing()))
                    .sends(new TransferToICB(ccg, board.body()), ccg.value());
        }
    }
}
