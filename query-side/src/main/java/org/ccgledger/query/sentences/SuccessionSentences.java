package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.and;
import static org.ccgledger.query.sentences.Wording.body;
import static org.ccgledger.query.sentences.Wording.count;
import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.util.List;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent;
import org.ccgledger.events.successions.SuccessionEvent.*;

final class SuccessionSentences {

    private SuccessionSentences() {}

    static String of(SuccessionEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups));
    }

    private static String what(SuccessionEvent event, GroupNames groups) {
        return switch (event) {
            case MergerApplied e ->
                    groups.of(e.ccg())
                            + " applied for "
                            + merger(e.terms(), groups)
                            + ", under the constitution "
                            + quoted(e.terms().constitution());
            case MergerApproved e ->
                    "the Board approved "
                            + merger(e.terms(), groups)
                            + ", from "
                            + day(e.takesEffectOn());
            case MergerRefused e -> "the Board refused " + merger(e.terms(), groups);
            case CCGMerged e ->
                    names(e.from(), groups)
                            + " merged into "
                            + GroupNames.named(e.terms().name(), e.to())
                            + settled(e.settlements());
            case CCGDissolved e ->
                    groups.of(e.ccg())
                            + " was dissolved"
                            + (e.to().isEmpty()
                                    ? ", and no group took its place"
                                    : "; its place was taken by " + names(e.to(), groups))
                            + settled(e.settlements());
            case CCGAbolished e ->
                    groups.of(e.ccg())
                            + " was abolished, and gave way to "
                            + body(e.icb(), groups)
                            + settled(e.settlements());
        };
    }

    private static String merger(MergerTerms terms, GroupNames groups) {
        return "the merger of " + names(terms.ccgs(), groups) + " into " + terms.name();
    }

    private static String names(List<CcgCode> ccgs, GroupNames groups) {
        return and(ccgs.stream().map(groups::of).toList());
    }

    private static String settled(List<Settlement> settlements) {
        long passed = settlements.stream().filter(line -> line.successor() != null).count();
        int ended = (int) (settlements.size() - passed);
        return settlements.isEmpty()
                ? "; nothing was open"
                : "; of what was open "
                        + count((int) passed, "matter")
                        + " passed on and "
                        + count(ended, "matter")
                        + " ended";
    }
}
