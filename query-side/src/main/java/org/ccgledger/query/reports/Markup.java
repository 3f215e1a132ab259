package org.ccgledger.query.reports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntPredicate;

/// Writes XHTML. Elements are closed in their order, and whatever comes from outside is a text: it
/// can end neither an element nor an attribute, nor turn the direction of what follows.
///
/// A character that has no place on the page, such as one that turns the direction of writing or
/// that the font lacks, is written as its number, `[U+202E]`.
final class Markup {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final IntPredicate shown;

    /// @param shown which characters can be shown
    Markup(IntPredicate shown) {
        this.shown = shown;
    }

    /// Writes what is ours as it stands.
    Markup raw(String markup) {
        text.append(markup);
        return this;
    }

    /// @param attributes names and values in turn
    Markup open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
        text.append('>');
        open.push(element);
        return this;
    }

    Markup close() {
        text.append("</").append(Objects.requireNonNull(open.pop())).append('>');
        return this;
    }

    /// A text with an element of its own.
    Markup element(String element, String content, String... attributes) {
        return open(element, attributes).text(content).close();
    }

    Markup text(String content) {
        escape(content);
        return this;
    }

    private void escape(String content) {
        content.codePoints().forEach(this::escape);
    }

    private void escape(int character) {
        switch (character) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\t', '\n', '\r' -> text.append(' ');
            default -> {
                if (isText(character) && shown.test(character)) {
                    text.appendCodePoint(character);
                } else {
                    text.append("[U+%04X]".formatted(character).toUpperCase(Locale.ROOT));
                }
            }
        }
    }

    /// Neither a control, nor a format such as those of direction, nor half of a character. What
    /// joins letters or emoji is a part of them.
    private static boolean isText(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
