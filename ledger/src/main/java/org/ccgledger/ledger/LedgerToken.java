package org.ccgledger.ledger;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the ledger as it is given to the outside: opaque to others, `epoch.position.leaf
/// prefix`.
///
/// The epoch and the leaf's prefix show when a token comes from another history.
public record LedgerToken(int epoch, long position, String leafPrefix) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(\\d{1,18})\\.([0-9a-f]{8})");

    public static LedgerToken of(int epoch, long position, byte[] leafHash) {
        return new LedgerToken(epoch, position, HexFormat.of().formatHex(leafHash, 0, 4));
    }

    public static Optional<LedgerToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new LedgerToken(
                                Integer.parseInt(form.group(1)),
                                Long.parseLong(form.group(2)),
                                form.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "." + position + "." + leafPrefix;
    }
}
