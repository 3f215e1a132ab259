package org.ccgledger.query.sentences;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Money;
import org.ccgledger.events.Period;

/// The parts of which sentences are made.
final class Wording {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private Wording() {}

    /// A whole sentence about what happened on a day.
    static String on(LocalDate day, String what) {
        return "On " + day(day) + " " + what + ".";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }

    /// With pence where there are any.
    static String pounds(Money money) {
        BigDecimal amount = money.amount();
        int places = amount.stripTrailingZeros().scale() > 0 ? amount.scale() : 0;
        return (amount.signum() < 0 ? "-£" : "£")
                + String.format(Locale.UK, "%,." + places + "f", amount.abs());
    }

    static String count(int number, String singular) {
        return count(number, singular, singular + "s");
    }

    static String count(int number, String singular, String plural) {
        return number == 0
                ? "no " + plural
                : number(number) + " " + (number == 1 ? singular : plural);
    }

    static String and(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "none";
            case 1 -> parts.getFirst();
            default ->
                    String.join(", ", parts.subList(0, parts.size() - 1))
                            + " and "
                            + parts.getLast();
        };
    }

    /// A text in quotation marks, without the full stop that would end the sentence within it.
    static String quoted(String text) {
        String trimmed = text.strip();
        return "“"
                + (trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed)
                + "”";
    }

    static String quoted(DocRef document) {
        return quoted(document.title());
    }

    static String function(FunctionCode function) {
        return function.value().replace('-', ' ');
    }

    static String functions(List<FunctionCode> functions) {
        return and(functions.stream().map(Wording::function).toList());
    }

    static String period(Period period) {
        LocalDate until = period.until();
        return "from " + day(period.from()) + (until == null ? "" : " until " + day(until));
    }

    static String body(BodyRef body, GroupNames groups) {
        return switch (body.kind()) {
            case "BOARD" -> "the Board";
            case "CCG" -> groups.of(new CcgCode(body.code()));
            case "AREA_TEAM" -> "the area team " + body.code();
            case "PCT" -> "the primary care trust " + body.code();
            case "SHA" -> "the strategic health authority " + body.code();
            case "PRACTICE" -> "practice " + body.code();
            case "LA" -> "the local authority " + body.code();
            case "SENATE" -> "the clinical senate " + body.code();
            case "NETWORK" -> "the clinical network " + body.code();
            case "CSU" -> "the commissioning support unit " + body.code();
            case "PROVIDER" -> "the provider " + body.code();
            case "DH" -> "the Department of Health";
            case "HMT" -> "the Treasury";
            case "MONITOR" -> "Monitor";
            case "ICB" -> "the integrated care board " + body.code();
            case "PARLIAMENT" -> "Parliament";
            case "SYSTEM" -> "the system";
            default -> body.value();
        };
    }
}
