package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import org.ccgledger.events.conduct.ConductEvent;
import org.ccgledger.events.conduct.ConductEvent.*;
import org.ccgledger.events.conduct.GiftKind;
import org.ccgledger.events.conduct.TrainingModule;

final class ConductSentences {

    private ConductSentences() {}

    static String of(ConductEvent event, GroupNames groups) {
        return on(event.effectiveOn(), what(event, groups.of(event.ccg())));
    }

    private static String what(ConductEvent event, String group) {
        return switch (event) {
            case GiftDeclared e ->
                    kind(e.kind())
                            + " worth £"
                            + e.value().toPlainString()
                            + " was declared to "
                            + group
                            + " and had been "
                            + (e.accepted() ? "accepted" : "declined");
            case BreachReported _ ->
                    "a breach of the rules on conflicts of interest was reported to " + group;
            case BreachClosed _ -> group + " closed a breach of the rules on conflicts of interest";
            case BreachPublished e -> group + " published of a breach: " + quoted(e.summary());
            case TrainingRecorded e ->
                    group
                            + " recorded training on conflicts of interest, "
                            + module(e.module())
                            + ", completed on "
                            + day(e.completedOn());
        };
    }

    private static String kind(GiftKind kind) {
        return switch (kind) {
            case GIFT -> "a gift";
            case SUPPLIER_GIFT -> "a promotional gift";
            case HOSPITALITY -> "hospitality";
        };
    }

    private static String module(TrainingModule module) {
        return switch (module) {
            case MODULE_1 -> "module 1";
            case MODULE_2 -> "module 2";
            case MODULE_3 -> "module 3";
        };
    }
}
