package org.ccgledger.query.projection;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Rows as PostgreSQL's `copy` reads them: a line each, with tabs between the values.
final class CopyText {

    private static final String NULL = "\\N";

    private final StringBuilder text = new StringBuilder();

    /// Adds a row.
    ///
    /// @param values in the order of the columns; what is neither null nor a list of texts stands
    ///   as it is written
    void add(Collection<? extends @Nullable Object> values) {
        String between = "";
        for (Object value : values) {
            text.append(between);
            switch (value) {
                case null -> text.append(NULL);
                case String[] list -> escaped(array(list));
                case Object one -> escaped(one.toString());
            }
            between = "\t";
        }
        text.append('\n');
    }

    private static String array(String[] list) {
        StringBuilder array = new StringBuilder("{");
        String between = "";
        for (String one : list) {
            array.append(between).append('"');
            array.append(one.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            between = ",";
        }
        return array.append('}').toString();
    }

    private void escaped(String value) {
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            char letter = letter(value.charAt(i));
            if (letter != 0) {
                text.append(value, done, i).append('\\').append(letter);
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }

    /// What stands after the backslash for a character that cannot stand itself, or 0.
    private static char letter(char character) {
        return switch (character) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
