package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which witnesses have to have cosigned a checkpoint, as C2SP's tlog-policy has it.
///
/// `witness NAME KEY` names one; a witness that signs in two ways has a line for each key, and has
/// cosigned when it has in both. `group NAME K MEMBER…` is as good as K of its members, with `any`
/// for 1 and `all` for every one. `quorum NAME` says who it takes, `quorum none` that it takes
/// nobody.
final class Quorum {

    private static final String NONE = "none";
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,3}");

    private final Map<String, Member> members = new HashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private final List<NoteKey> keys = new ArrayList<>();
    private boolean isSaid;
    private @Nullable Member needed;

    private sealed interface Member {
        boolean holds(Predicate<NoteKey> cosigned);
    }

    private record Witness(List<NoteKey> keys) implements Member {
        @Override
        public boolean holds(Predicate<NoteKey> cosigned) {
            return keys.stream().allMatch(cosigned);
        }
    }

    private record Group(int least, List<Member> members) implements Member {
        @Override
        public boolean holds(Predicate<NoteKey> cosigned) {
            return members.stream().filter(member -> member.holds(cosigned)).count() >= least;
        }
    }

    /// Takes a line of a policy.
    ///
    /// @return whether it is one about witnesses
    /// @throws IllegalArgumentException if it is, and is wrong
    boolean take(String[] words) {
        switch (words[0]) {
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void witness(String[] words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("it is not `witness NAME KEY`");
        }
        NoteKey key = NoteKey.parse(words[2]);
        if (key.kind() == NoteKey.Kind.ED25519) {
            throw new IllegalArgumentException("the key of " + key.name() + " cosigns nothing");
        }
        if (keys.stream().anyMatch(key::isSameKeyAs)) {
            throw new IllegalArgumentException("the key of " + key.name() + " stands there twice");
        }
        keys.add(key);
        Member known = members.get(words[1]);
        if (known instanceof Witness(List<NoteKey> others)) {
            others.add(key);
        } else {
            define(words[1], new Witness(new ArrayList<>(List.of(key))));
        }
    }

    private void group(String[] words) {
        if (words.length < 4) {
            throw new IllegalArgumentException("it is not `group NAME COUNT MEMBER…`");
        }
        List<Member> some = new ArrayList<>();
        for (String name : Arrays.asList(words).subList(3, words.length)) {
            some.add(member(name));
            if (!grouped.add(name)) {
                throw new IllegalArgumentException(name + " is in a group already");
            }
        }
        int least =
                switch (words[2]) {
                    case "any" -> 1;
                    case "all" -> some.size();
                    default -> COUNT.matcher(words[2]).matches() ? Integer.parseInt(words[2]) : 0;
                };
        if (least < 1 || least > some.size()) {
            throw new IllegalArgumentException(
                    words[2] + " is no number of the " + some.size() + " members");
        }
        define(words[1], new Group(least, List.copyOf(some)));
    }

    private void quorum(String[] words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("it is not `quorum NAME`");
        }
        if (isSaid) {
            throw new IllegalArgumentException("there is a quorum already");
        }
        isSaid = true;
        needed = words[1].equals(NONE) ? null : member(words[1]);
    }

    private void define(String name, Member member) {
        if (name.equals(NONE) || members.putIfAbsent(name, member) != null) {
            throw new IllegalArgumentException(name + " means something already");
        }
    }

    private Member member(String name) {
        Member member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("no line above says who " + name + " is");
        }
        return member;
    }

    /// Ends the reading.
    ///
    /// @throws IllegalArgumentException if there are witnesses and it is not said who it takes
    void end() {
        if (!keys.isEmpty() && !isSaid) {
            throw new IllegalArgumentException(
                    "The policy names witnesses and no quorum; `quorum none` asks for none");
        }
    }

    /// Whether it takes anybody.
    boolean isNeeded() {
        return needed != null;
    }

    /// The keys of all witnesses that are named.
    Collection<NoteKey> keys() {
        return List.copyOf(keys);
    }

    /// Whether those who have cosigned are enough.
    boolean holds(Predicate<NoteKey> cosigned) {
        return needed == null || needed.holds(cosigned);
    }
}
