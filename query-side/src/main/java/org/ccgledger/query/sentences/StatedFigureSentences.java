package org.ccgledger.query.sentences;

import static org.ccgledger.query.sentences.Wording.day;
import static org.ccgledger.query.sentences.Wording.on;
import static org.ccgledger.query.sentences.Wording.quoted;

import java.math.BigDecimal;
import java.util.Locale;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;

final class StatedFigureSentences {

    private StatedFigureSentences() {}

    static String of(StatedFigureEvent event) {
        return switch (event) {
            case StatedFigureRecorded e ->
                    on(
                            e.effectiveOn(),
                            "it was recorded that the source "
                                    + quoted(e.source().citation())
                                    + " states "
                                    + amount(e.value(), e.unit())
                                    + " for "
                                    + quoted(e.subject())
                                    + " as at "
                                    + day(e.asAt()));
        };
    }

    private static String amount(BigDecimal value, FigureUnit unit) {
        String number = String.format(Locale.UK, "%,." + Math.max(0, value.scale()) + "f", value);
        return switch (unit) {
            case CCGS -> number + " groups";
            case PRACTICES -> number + " practices";
            case CRITERIA -> number + " criteria";
            case PCTS -> number + " primary care trusts";
            case PERCENT -> number + " per cent";
            case GBP -> "£" + number;
        };
    }
}
