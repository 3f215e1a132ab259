package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands behind a command on the command line: operands in their order, and options.
final class Arguments {

    private final List<String> operands = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    /// Takes a command line apart.
    ///
    /// @param count of operands that there have to be
    /// @param known options, each of which has a value
    static Arguments of(List<String> words, int count, Set<String> known) throws Unusable {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                arguments.operands.add(word);
            } else if (!known.contains(word)) {
                throw new Unusable("There is no option " + word + " here.");
            } else if (i + 1 == words.size()) {
                throw new Unusable(word + " needs a value.");
            } else {
                i++;
                arguments.options.put(word, words.get(i));
            }
        }
        if (arguments.operands.size() != count) {
            throw new Unusable(
                    "%d words are needed here, not %d."
                            .formatted(count, arguments.operands.size()));
        }
        return arguments;
    }

    String operand(int index) {
        return operands.get(index);
    }

    @Nullable String option(String name) {
        return options.get(name);
    }

    String needed(String name) throws Unusable {
        String value = options.get(name);
        if (value == null) {
            throw new Unusable(name + " is needed.");
        }
        return value;
    }

    /// Says in a sentence why a command line cannot be followed.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }
}
