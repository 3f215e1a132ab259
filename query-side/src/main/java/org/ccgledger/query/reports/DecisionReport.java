package org.ccgledger.query.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.RuleBook;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.proof.Proofs;
import org.ccgledger.query.http.Answers;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Question;
import org.ccgledger.query.http.Row;
import org.ccgledger.query.http.Table;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.reports.Report.Link;
import org.ccgledger.query.reports.Report.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// One decision: who made it, in which role and under which authority, over which interests, by
/// which rules it was accepted, what was written of it, and what proves that. Of a command that was
/// refused: by which rule, who had sent it, and the same of what was read and written.
@Component
final class DecisionReport {

    static final Set<String> PROJECTIONS =
            Set.of("decision-history", "meetings", "interests", "ccgs", "refusals");

    private static final Set<String> REFUSED = EventTypes.namesOf(CommandRefused.class);

    private static final String INTERESTS =
            """
            select person, interest, ccg, declarant, practice, category, indirect, organisation, interest_from,
                   interest_until, declared_on, nil, position
            from reporting.interests
            where person = any (cast(:persons as text[])) and (live or nil)
            order by person, ccg, position, entry\
            """;

    private final QueryDatabase database;
    private final Ledger ledger;
    private final Answers answers;
    private final Proofs proofs;

    DecisionReport(QueryDatabase database, Ledger ledger, Answers answers) {
        this.database = database;
        this.ledger = ledger;
        this.answers = answers;
        this.proofs = new Proofs(database.dataSource());
    }

    /// What the ledger itself holds of a decision, read once for an answer.
    ///
    /// @param checkpoint the first that covers it
    record Held(String id, Optional<StoredCommand> command, Optional<Proofs.Published> checkpoint) {

        /// A report names the checkpoint. While there is none it may still change.
        Question madeFrom(Question question) {
            return question.madeFrom(
                    "checkpoint"
                            + checkpoint
                                    .map(Proofs.Published::size)
                                    .map(Object::toString)
                                    .orElse("-"),
                    checkpoint.isPresent());
        }
    }

    Held held(String id) {
        Optional<StoredCommand> command = stored(id);
        return new Held(
                id,
                command,
                command.flatMap(one -> proofs.covering(one.events().getLast().position())));
    }

    private Optional<StoredCommand> stored(String id) {
        try {
            return ledger.command(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Report of(Held held, Question question) {
        StoredCommand command =
                held.command()
                        .orElseThrow(
                                () -> QueryProblem.notFound("There is no decision " + held.id()));
        return REFUSED.contains(command.events().getFirst().type())
                ? refusal(command, held, question)
                : decision(command, held, question);
    }

    private Report decision(StoredCommand command, Held held, Question question) {
        Row decision =
                new Reading(database, Map.of("decision", command.commandId()))
                        .one(
                                "select * from reporting.decisions where decision_id = :decision",
                                "No decision " + held.id() + " had taken effect by that day");
        List<Part> parts = new ArrayList<>();
        parts.add(
                Part.of(
                        "Decision",
                        "",
                        some(
                                decision,
                                List.of(
                                        "decisionId",
                                        "outcome",
                                        "effectiveOn",
                                        "recordedAt",
                                        "position",
                                        "stream",
                                        "groups",
                                        "source"))));
        parts.add(
                Part.of(
                        "Who decided, and under which authority",
                        "",
                        some(
                                decision,
                                List.of(
                                        "decidedBy",
                                        "role",
                                        "body",
                                        "onBehalfOf",
                                        "instrument",
                                        "provision",
                                        "delegation",
                                        "reasons"))));
        parts.add(
                Part.of("Papers", "", listed(decision.get("evidence"), "title", "uri", "sha256")));
        if (decision.get("meetingDecision") != null) {
            parts.addAll(meeting(decision));
        }
        parts.add(interestsThen(decision));
        parts.addAll(record(command));
        parts.addAll(proof(command, sentences(decision), held.checkpoint(), question));
        return new Report("Decision", Objects.toString(decision.get("title")), parts);
    }

    private Report refusal(StoredCommand command, Held held, Question question) {
        Row refusal =
                new Reading(database, Map.of("command", command.commandId()))
                        .one(
                                "select * from reporting.refusals where command_id = :command",
                                "No refusal " + held.id() + " was known by then");
        JsonNode metadata = EventJson.MAPPER.readTree(command.metadata());
        Map<String, @Nullable Object> sender =
                some(
                        refusal,
                        List.of(
                                "actor",
                                "role",
                                "body",
                                "onBehalfOf",
                                "instrument",
                                "provision",
                                "delegation"));
        sender.put("reasons", metadata.get("reasons"));
        List<Part> parts = new ArrayList<>();
        parts.add(
                new Part(
                        "Refusal",
                        "The rule that refused the command, and what ran against it.",
                        some(
                                refusal,
                                List.of(
                                        "commandId",
                                        "command",
                                        "code",
                                        "rule",
                                        "status",
                                        "detail",
                                        "effectiveOn",
                                        "recordedAt",
                                        "position",
                                        "subject",
                                        "ccg")),
                        listed(refusal.get("violations"), "field", "message")));
        parts.add(Part.of("Who sent it, and under which authority", "", sender));
        parts.add(
                Part.of("Papers", "", listed(metadata.get("evidence"), "title", "uri", "sha256")));
        parts.addAll(record(command));
        parts.addAll(
                proof(
                        command,
                        Map.of(
                                command.events().getFirst().position(),
                                Objects.toString(refusal.get("sentence"))),
                        held.checkpoint(),
                        question));
        return new Report("Refused command", Objects.toString(refusal.get("title")), parts);
    }

    private static List<Part> meeting(Row decision) {
        return List.of(
                new Part(
                        "Votes",
                        "",
                        some(
                                decision,
                                List.of(
                                        "meetingDecision",
                                        "forum",
                                        "inFavour",
                                        "against",
                                        "abstained",
                                        "bound",
                                        "imposedOn",
                                        "papers",
                                        "tainted",
                                        "ratified",
                                        "rescinded")),
                        listed(decision.get("votes"), "person", "body", "vote")),
                Part.of(
                        "Interests declared at the meeting, and what was ruled",
                        "EXCLUDE and STAY_NO_VOTE kept the person from voting.",
                        listed(
                                decision.get("interests"),
                                "person",
                                "interest",
                                "declaredAtMeeting",
                                "ruling")));
    }

    private Part interestsThen(Row decision) {
        LocalDate day = (LocalDate) Objects.requireNonNull(decision.get("effectiveOn"));
        Set<String> persons = new TreeSet<>();
        persons.add(Objects.toString(decision.get("decidedBy")));
        for (String column : List.of("votes", "interests")) {
            if (decision.get(column) instanceof JsonNode list) {
                list.valueStream()
                        .map(one -> one.path("person").asString(""))
                        .filter(person -> !person.isEmpty())
                        .forEach(persons::add);
            }
        }
        answers.turnTo(day);
        return Part.of(
                "Register of interests on " + day,
                "Entries in force on the day of the decision of those who decided, voted or had an"
                        + " interest. What is withheld from publication is not shown.",
                new Reading(database, Map.of("persons", persons.toArray(new String[0])))
                        .table(INTERESTS));
    }

    /// What the decision record says; it holds all that is needed to decide again.
    private static List<Part> record(StoredCommand command) {
        JsonNode record = EventJson.MAPPER.readTree(command.decision());
        JsonNode metadata = EventJson.MAPPER.readTree(command.metadata());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("command", metadata.path("command").asString(""));
        facts.put("outcome", record.path("outcome").asString(""));
        facts.put("decidedAt", record.path("now").asString(""));
        facts.put("rules", metadata.path("ruleSet").asString(""));
        facts.put("build", record.path("build").asString(""));
        facts.put("receipt", new Link("/v1/commands/" + command.commandId()));
        List<Row> rules =
                RuleBook.checked(
                                metadata.path("ruleSet").asString(""),
                                metadata.path("command").asString(""),
                                record.path("outcome").asString("").equals("ACCEPTED"),
                                refused(command))
                        .stream()
                        .map(DecisionReport::rule)
                        .toList();
        return List.of(
                new Part(
                        "How it was decided",
                        "The rules named here were held against the command, on what these streams"
                                + " and tags held up to a position.",
                        facts,
                        listed(record.path("reads"), "stream", "tag", "types", "position")),
                Part.of(
                        "Rules",
                        "With which what decides on such a command can refuse, as listed for those"
                                + " rules. One that was accepted broke none of them. Otherwise the"
                                + " first that is broken answers, and whether others were looked at"
                                + " is not recorded.",
                        new Table(List.of("rule", "says", "code", "standing"), rules)));
    }

    private static @Nullable CommandRefused refused(StoredCommand command) {
        StoredEvent last = command.events().getLast();
        return REFUSED.contains(last.type())
                ? (CommandRefused) EventJson.read(last.type(), last.schemaVersion(), last.fact())
                : null;
    }

    private static Row rule(RuleBook.Checked checked) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("rule", checked.rule());
        columns.put("says", checked.says());
        columns.put("code", checked.code());
        columns.put("standing", checked.standing());
        return new Row(columns);
    }

    private static Map<Long, String> sentences(Row decision) {
        Map<Long, String> sentences = new LinkedHashMap<>();
        if (decision.get("events") instanceof JsonNode events) {
            events.valueStream()
                    .forEach(event ->
                            sentences.put(
                                    event.path("position").asLong(),
                                    event.path("sentence").asString("")));
        }
        return sentences;
    }

    private static List<Part> proof(
            StoredCommand command,
            Map<Long, String> sentences,
            Optional<Proofs.Published> checkpoint,
            Question question) {
        List<Row> entries =
                command.events().stream()
                        .filter(event -> event.position() <= question.knownAt())
                        .map(event -> entry(event, sentences.getOrDefault(event.position(), "")))
                        .toList();
        return List.of(
                Part.of(
                        "Entries in the ledger",
                        "",
                        new Table(
                                List.of(
                                        "position",
                                        "sentence",
                                        "type",
                                        "version",
                                        "leafHash",
                                        "proof"),
                                entries)),
                Part.of(
                        "Checkpoint",
                        "The first signed checkpoint that covers these entries.",
                        checkpointFacts(command, checkpoint)));
    }

    private static Row entry(StoredEvent event, String sentence) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("position", event.position());
        columns.put("sentence", sentence);
        columns.put("type", event.type());
        columns.put("version", event.version());
        columns.put("leafHash", HexFormat.of().formatHex(event.leafHash()));
        columns.put("proof", new Link("/v1/audit/proofs/" + event.position()));
        return new Row(columns);
    }

    /// A note begins with its origin, its size and its root.
    private static Map<String, @Nullable Object> checkpointFacts(
            StoredCommand command, Optional<Proofs.Published> checkpoint) {
        if (checkpoint.isEmpty()) {
            return Map.of("checkpoint", "None covers them yet");
        }
        List<String> note = checkpoint.get().note().lines().toList();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("origin", note.getFirst());
        facts.put("size", checkpoint.get().size());
        facts.put("root", note.get(2));
        facts.put(
                "signedNote",
                new Link(
                        "/v1/audit/proofs/%d?size=%d"
                                .formatted(
                                        command.events().getLast().position(),
                                        checkpoint.get().size())));
        return facts;
    }

    private static Map<String, @Nullable Object> some(Row row, List<String> columns) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        columns.forEach(column -> facts.put(column, row.get(column)));
        return facts;
    }

    /// A list of JSON objects as a table.
    private static Table listed(@Nullable Object list, String... columns) {
        return new Table(
                List.of(columns),
                list instanceof JsonNode json
                        ? json.valueStream().map(one -> row(one, columns)).toList()
                        : List.of());
    }

    private static Row row(JsonNode one, String... columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (String column : columns) {
            JsonNode value = one.get(column);
            row.put(column, value == null || value.isNull() ? null : value);
        }
        return new Row(row);
    }
}
