package org.ccgledger.standalone.england;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.ledger.Digests;

/// Commands as the bodies of the time would have sent them, day by day.
///
/// On one day the lanes may be sent side by side; within a lane the order holds. The same script
/// always gives the same command ids, so that what was sent before is not decided again.
public final class Script {

    private final String name;
    private final SequencedMap<LocalDate, SequencedMap<String, List<Envelope>>> days =
            new TreeMap<>();

    Script(String name) {
        this.name = name;
    }

    /// The commands of a day, by lane.
    public record Day(LocalDate on, List<List<Envelope>> lanes) {}

    List<Day> days() {
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue().values())))
                .toList();
    }

    List<UUID> commandIds() {
        return days.values().stream()
                .flatMap(lanes -> lanes.values().stream())
                .flatMap(List::stream)
                .map(Envelope::commandId)
                .toList();
    }

    /// The holder of an office; who held it is not named.
    static Actor office(String role, Role as, BodyRef body) {
        return new Actor("office:" + role + "@" + body, as, body, null);
    }

    /// The pseudonym of the holder of an office.
    static PersonId person(String role, BodyRef body) {
        return new PersonId(uuid("office:" + role + "@" + body).toString());
    }

    /// The id that follows from a name: the same for ever.
    static UUID uuid(String name) {
        return Digests.uuid(Digests.sha256(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// Says what somebody sends next in a lane.
    final class Line {
        private final String lane;
        private Beside beside;

        private Line(String lane, Actor actor, LocalDate on) {
            this.lane = lane;
            this.beside = new Beside(actor, on);
        }

        Line under(String instrument, String provision) {
            beside = beside.under(Authority.of(instrument, provision));
            return this;
        }

        Line because(String given) {
            beside = beside.because(given);
            return this;
        }

        Line knownFrom(Provenance provenance) {
            beside = beside.knownFrom(provenance.source());
            return this;
        }

        Line on(DocRef... documents) {
            beside = beside.on(List.of(documents));
            return this;
        }

        void sends(Command command, String what) {
            String key = name + "/" + lane + "/" + command.getClass().getSimpleName() + "/" + what;
            UUID commandId = uuid("local\n" + name + "\n" + key);
            days.computeIfAbsent(beside.effectiveOn(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(lane, _ -> new ArrayList<>())
                    .add(beside.envelope(commandId, key, command, commandId.toString(), null));
        }
    }

    Line by(String lane, Actor actor, LocalDate on) {
        return new Line(lane, actor, on);
    }
}
