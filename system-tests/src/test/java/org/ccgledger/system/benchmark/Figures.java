package org.ccgledger.system.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;

/// What is recorded: a stated figure of about 300 bytes, the same on both sides.
final class Figures {

    static final Source SOURCE =
            new Source(
                    Source.Standing.SYNTHETIC, "Made up, to see how fast it can be recorded", null);
    static final String SUBJECT =
            "Groups of which it was said that they had been counted on the day given below";
    static final CountedFigure COUNTED = CountedFigure.NOT_COUNTED;
    static final FigureUnit UNIT = FigureUnit.CCGS;
    static final LocalDate DAY = LocalDate.of(2013, 4, 1);

    private static final String BEFORE_FIGURE = "{\"figure\": \"";
    private static final String BEFORE_VALUE =
            """
            ", "figureSource": {"standing": "%s", "citation": "%s"}, "subject": "%s", "counted": "%s", \
            "value": \"\
            """
                    .formatted(SOURCE.standing(), SOURCE.citation(), SUBJECT, COUNTED);
    private static final String AFTER_VALUE =
            """
            ", "unit": "%s", "asAt": "%s", "effectiveOn": "%s"}\
            """
                    .formatted(UNIT, DAY, DAY);

    private static final AtomicLong NAMES = new AtomicLong();
    private static final AtomicLong VALUES = new AtomicLong(1_000_000);

    private Figures() {}

    /// A name that no other figure has.
    static String name() {
        return name(NAMES.incrementAndGet());
    }

    /// The names of figures that are created beforehand, from 1.
    static String name(String kind, int number) {
        return String.format(Locale.ROOT, "%s-%08d", kind, number);
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "figure-%010d", number);
    }

    /// A value that was never recorded.
    static BigDecimal value() {
        return BigDecimal.valueOf(VALUES.incrementAndGet());
    }

    static StatedFigureRecorded recorded(String figure, BigDecimal value) {
        return new StatedFigureRecorded(
                new StatedFigureId(figure), SOURCE, SUBJECT, COUNTED, null, value, UNIT, DAY, DAY);
    }

    /// The body of a request that records it.
    static String json(String figure, String value) {
        return BEFORE_FIGURE + figure + BEFORE_VALUE + value + AFTER_VALUE;
    }
}
