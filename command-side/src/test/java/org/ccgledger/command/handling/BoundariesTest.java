package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CatalogueVersion;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.catalogue.CatalogueEvent.WaveOpened;
import org.ccgledger.ledger.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// States that are gone on from, against states that are folded at once.
class BoundariesTest {

    private static final WaveCommand COMMAND = new WaveCommand.Open(1);

    /// Answers with the events in the order in which they were folded.
    private static final Decider<WaveCommand, ?> DECIDER =
            Decider.of(WaveCommand.class, command -> StreamName.wave(command.wave()))
                    .<List<Integer>, WaveOpened>state(
                            List.of(), WaveOpened.class, BoundariesTest::and)
                    .beginningFrom(
                            _ -> Tag.body(BodyRef.BOARD), WaveOpened.class, BoundariesTest::and)
                    .deciding((_, state, _) -> new Decision.NotFound(state.toString()));

    private static List<Integer> and(List<Integer> before, WaveOpened event) {
        return Stream.concat(before.stream(), Stream.of(event.number())).toList();
    }

    /// Where an event stands: in the stream, under the tag, or both.
    private record Placed(Decoded event, boolean inStream, boolean tagged) {}

    /// The numbers of events are their positions. Some days come before those of events that were
    /// recorded earlier, and readers come at odd times with lists that have been read at odd times.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void states_are_what_folding_all_that_was_read_gives(long seed) {
        Random random = new Random(seed);
        List<Placed> ledger =
                IntStream.rangeClosed(1, 60)
                        .mapToObj(position ->
                                new Placed(
                                        event(
                                                position,
                                                position / 4 - (random.nextInt(5) == 0 ? 1 : 0)),
                                        position % 3 != 0,
                                        position % 3 == 0 || position % 7 == 0))
                        .toList();
        Boundaries boundaries = new Boundaries();
        for (int reader = 0; reader < 400; reader++) {
            List<Placed> own = upTo(ledger, reader / 6 + random.nextInt(6) - 3);
            List<Placed> tagged = upTo(ledger, reader / 6 + random.nextInt(6) - 3);

            assertThat(
                            state(
                                    boundaries,
                                    own.stream().filter(Placed::inStream).map(Placed::event),
                                    tagged.stream().filter(Placed::tagged).map(Placed::event)))
                    .isEqualTo(
                            Stream.concat(
                                            own.stream().filter(Placed::inStream),
                                            tagged.stream().filter(Placed::tagged))
                                    .map(Placed::event)
                                    .distinct()
                                    .sorted(
                                            Comparator.comparing((Decoded event) ->
                                                            event.event().effectiveOn())
                                                    .thenComparingLong(Decoded::position))
                                    .map(Decoded::position)
                                    .toList()
                                    .toString());
        }
    }

    @Test
    void what_is_folded_is_not_folded_again() {
        List<Integer> folded = new ArrayList<>();
        Decider<WaveCommand, ?> counting =
                Decider.of(WaveCommand.class, command -> StreamName.wave(command.wave()))
                        .<Integer, WaveOpened>state(
                                0,
                                WaveOpened.class,
                                (count, event) -> {
                                    folded.add(event.number());
                                    return count + 1;
                                })
                        .deciding((_, count, _) -> new Decision.NotFound(count.toString()));
        Boundaries boundaries = new Boundaries();
        List<Decoded> events = IntStream.rangeClosed(1, 5).mapToObj(i -> event(i, i)).toList();
        for (int read : new int[] {2, 2, 5, 5}) {
            assertThat(
                            boundaries
                                    .state(
                                            counting,
                                            COMMAND,
                                            events.subList(0, read),
                                            (_, _) -> List.of())
                                    .decide(COMMAND, context()))
                    .isEqualTo(new Decision.NotFound(Integer.toString(read)));
        }

        assertThat(folded).containsExactly(1, 2, 3, 4, 5);
    }

    private static List<Placed> upTo(List<Placed> ledger, int position) {
        return ledger.subList(0, Math.clamp(position, 0, ledger.size()));
    }

    private static String state(
            Boundaries boundaries, Stream<Decoded> own, Stream<Decoded> tagged) {
        List<Decoded> underTag = tagged.toList();
        return ((Decision.NotFound)
                        boundaries
                                .state(DECIDER, COMMAND, own.toList(), (_, _) -> underTag)
                                .decide(COMMAND, context()))
                .what();
    }

    private static Context context() {
        return new Context(
                WaveCommand.OFFICER,
                WaveCommand.DAY,
                null,
                null,
                List.of(),
                Instant.EPOCH,
                new KnownReads(List.of()));
    }

    private static Decoded event(int position, int day) {
        LocalDate on = WaveCommand.DAY.plusDays(day);
        CcgEvent event =
                new WaveOpened(
                        position,
                        WaveCommand.DAY,
                        YearMonth.from(WaveCommand.DAY),
                        new CatalogueVersion("final-2012"),
                        null,
                        on);
        EventType type = EventTypes.of(event);
        return new Decoded(
                new StoredEvent(
                        position,
                        Instant.EPOCH,
                        "wave-1",
                        position,
                        new UUID(0, position),
                        0,
                        type.name(),
                        type.version(),
                        on,
                        EventJson.fact(event),
                        new byte[0],
                        new byte[32]),
                EventTypes.READER);
    }
}
