package org.ccgledger.command.http;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ccgledger.command.decision.Command.FieldError;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.OnsCode;
import org.ccgledger.events.TextPattern;

/// A file of groups with their list sizes, read as a whole before any of it is believed.
final class CcgFile {

    static final List<String> HEADER =
            List.of("ods_code", "ons_code", "name", "area_team", "region", "list_size_2013_14");

    private static final int MOST_ROWS = 10_000;
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,8}");
    private static final String LEGAL_SUFFIX = " Clinical Commissioning Group";

    private CcgFile() {}

    /// One group of the file.
    ///
    /// @param line counted from 1, the header's
    record Line(
            long line,
            CcgCode ccg,
            OnsCode ons,
            String legalName,
            String areaTeam,
            String region,
            int heads) {}

    /// @param knownName the name under which a code is known already
    /// @throws Problem naming every bad line with its reason
    static List<Line> read(byte[] file, Function<CcgCode, Optional<String>> knownName) {
        List<FieldError> errors = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text(file)))) {
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() == 1) {
                    header(row);
                } else if (row.getRecordNumber() > MOST_ROWS) {
                    throw Problem.invalid("/lines", "are at most " + MOST_ROWS);
                } else {
                    line(row, parser.getCurrentLineNumber(), seen, errors).ifPresent(lines::add);
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IOException e) {
            throw unreadable(e);
        }
        for (Line line : lines) {
            knownName
                    .apply(line.ccg())
                    .filter(name -> !name.equals(line.legalName()))
                    .ifPresent(name ->
                            errors.add(
                                    error(
                                            line.line(),
                                            "name makes "
                                                    + line.legalName()
                                                    + ", but "
                                                    + line.ccg()
                                                    + " is "
                                                    + name)));
        }
        if (errors.isEmpty() && lines.isEmpty()) {
            throw Problem.invalid(
                    "", "holds no group below the header " + String.join(",", HEADER));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return lines;
    }

    private static Problem unreadable(Exception e) {
        return Problem.invalid("", "is not a CSV file that can be read: " + e.getMessage());
    }

    private static String text(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", "is not UTF-8");
        }
    }

    private static void header(CSVRecord row) {
        if (!row.toList().equals(HEADER)) {
            throw Problem.invalid("/lines/1", "is not the header " + String.join(",", HEADER));
        }
    }

    private static Optional<Line> line(
            CSVRecord row, long number, Set<String> seen, List<FieldError> errors) {
        int before = errors.size();
        if (row.size() != HEADER.size()) {
            errors.add(error(number, "has " + row.size() + " fields, not " + HEADER.size()));
            return Optional.empty();
        }
        List<String> fields = row.toList();
        require(
                matches(CcgCode.class, fields.get(0)),
                number,
                "ods_code is a code such as 02N",
                errors);
        require(
                matches(OnsCode.class, fields.get(1)),
                number,
                "ons_code is a code such as E38000001",
                errors);
        require(isText(fields.get(2)), number, "name is text", errors);
        require(isText(fields.get(3)), number, "area_team is text", errors);
        require(isText(fields.get(4)), number, "region is text", errors);
        require(
                SIZE.matcher(fields.get(5)).matches(),
                number,
                "list_size_2013_14 is a whole number from 1 on",
                errors);
        require(
                seen.add(fields.get(0)),
                number,
                "ods_code " + fields.get(0) + " stands above already",
                errors);
        require(
                seen.add(fields.get(1)),
                number,
                "ons_code " + fields.get(1) + " stands above already",
                errors);
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(
                        new Line(
                                number,
                                new CcgCode(fields.get(0)),
                                new OnsCode(fields.get(1)),
                                fields.get(2) + LEGAL_SUFFIX,
                                fields.get(3),
                                fields.get(4),
                                Integer.parseInt(fields.get(5))));
    }

    private static boolean matches(Class<?> value, String text) {
        return Pattern.matches(
                Objects.requireNonNull(value.getAnnotation(TextPattern.class)).value(), text);
    }

    private static boolean isText(String text) {
        return !text.isBlank()
                && text.length() <= 200
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static void require(
            boolean fits, long number, String message, List<FieldError> errors) {
        if (!fits) {
            errors.add(error(number, message));
        }
    }

    private static FieldError error(long number, String message) {
        return new FieldError("/lines/" + number, message);
    }
}
