package org.ccgledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the enumerations that stand in events, and in what accompanies them, to the names that the
/// ledger may hold: names join, none ever leaves.
class ApprovedValuesTest {

    private static final Path APPROVED = Path.of("src/test/resources/contracts/values");

    /// Guilty: has lost the name `CLOSED` and gained another.
    enum EndCause {
        CONTRACT_ENDED,
        MERGED,
        GROUP_CEASED,
        MOVED
    }

    private static Map<String, Class<?>> enumerations() {
        Map<String, Class<?>> found = new TreeMap<>();
        Set<Class<?>> seen = new java.util.HashSet<>();
        EventTypes.all().forEach(type -> collect(type.carrier(), found, seen));
        collect(EventMetadata.class, found, seen);
        return found;
    }

    private static void collect(Type type, Map<String, Class<?>> found, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], found, seen);
        } else if (type instanceof Class<?> kind && seen.add(kind)) {
            if (kind.isEnum()) {
                found.put(kind.getSimpleName(), kind);
            } else if (kind.isRecord()) {
                for (RecordComponent component : kind.getRecordComponents()) {
                    collect(component.getGenericType(), found, seen);
                }
            }
        }
    }

    private static List<String> faults(Map<String, Class<?>> enumerations) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Class<?>> enumeration : enumerations.entrySet()) {
            String file = enumeration.getKey() + ".txt";
            Set<String> names = new TreeSet<>();
            Arrays.stream(enumeration.getValue().getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .forEach(names::add);
            Set<String> approved =
                    Files.exists(APPROVED.resolve(file))
                            ? new TreeSet<>(Files.readAllLines(APPROVED.resolve(file)))
                            : Set.of();
            approved.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name ->
                            faults.add(name + " of " + file + " stands in the ledger: restore it"));
            names.stream()
                    .filter(name -> !approved.contains(name))
                    .forEach(name ->
                            faults.add(
                                    name + " is new: add it as a line of " + file + " for ever"));
        }
        return faults;
    }

    @Test
    void names_that_may_stand_in_the_ledger_stay() throws IOException {
        assertThat(faults(enumerations())).isEmpty();
    }

    @Test
    void every_approved_enumeration_stands_in_an_event() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            enumerations().keySet().stream().map(name -> name + ".txt").toList());
        }
    }

    @Test
    void a_name_that_left_and_one_that_joined_are_found() throws IOException {
        assertThat(faults(Map.of("EndCause", EndCause.class)))
                .containsExactly(
                        "CLOSED of EndCause.txt stands in the ledger: restore it",
                        "MOVED is new: add it as a line of EndCause.txt for ever");
    }
}
