package org.ccgledger.verifier;

/// Text of whoever wrote what is checked, as it is shown to somebody.
///
/// A terminal would obey its control characters, and whoever reads would be lost in its length or
/// deceived by characters that cannot be seen.
final class Shown {

    private static final int LONGEST = 500;

    private Shown() {}

    /// The text in one line of so many characters at most, with nothing in it that is not seen.
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String next =
                    isSeen(character)
                            ? Character.toString(character)
                            : "\\u%04x".formatted(character);
            if (shown.length() + next.length() > LONGEST) {
                return shown + "…";
            }
            shown.append(next);
            at += Character.charCount(character);
        }
        return shown.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
