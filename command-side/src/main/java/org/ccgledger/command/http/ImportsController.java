package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.registry.RegistryCommand.ImportReferenceCCG;
import org.ccgledger.command.registry.RegistryCommand.RecordPopulation;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.Source;
import org.ccgledger.events.Tag;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGProposed;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.registry.PopulationBasis;
import org.ccgledger.events.registry.RegistryEvent.ReferenceCCGImported;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes a file of groups: the list size of a known one is recorded, the code of an unknown one
/// reserved.
///
/// The file is checked as a whole before anything is sent. The commands' ids follow from the file's
/// digest and the line, so that the same file sent again is the same commands.
@RestController
final class ImportsController {

    private static final int LARGEST_FILE = 5 << 20;

    /// The quality and outcomes framework counts lists at the end of its year.
    private static final LocalDate COUNTED_ON = LocalDate.of(2014, 3, 31);

    private final Commands commands;
    private final Ledger ledger;

    ImportsController(Commands commands, Ledger ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    /// What became of a file.
    ///
    /// @param recorded list sizes of known groups, `reserved` codes of others, `unchanged` what was
    ///   so already
    record Imported(
            String sha256,
            int groups,
            int recorded,
            int reserved,
            int unchanged,
            List<String> refused) {}

    /// Its lines are commands, which say themselves who may send them.
    @OpenTo(Callers.TOKEN_HOLDERS)
    @PostMapping(path = "/v1/imports/ccgs", consumes = "text/csv")
    ResponseEntity<Imported> ccgs(
            @AuthenticationPrincipal Identity sender, HttpServletRequest request)
            throws IOException {
        byte[] file = Body.of(request, LARGEST_FILE, "file");
        List<CcgFile.Line> lines = CcgFile.read(file, this::knownName);
        String sha256 = HexFormat.of().formatHex(Digests.sha256(file));
        int recorded = 0;
        int reserved = 0;
        int unchanged = 0;
        List<String> refused = new ArrayList<>();
        List<StoredEvent> outcomes = new ArrayList<>();
        for (CcgFile.Line line : lines) {
            Command command = command(sender, line, sha256);
            StoredEvent last = last(commands.send(envelope(sender, line, command, sha256)));
            outcomes.add(last);
            switch (Receipt.commandEvent(last)) {
                case null -> {
                    recorded += command instanceof RecordPopulation ? 1 : 0;
                    reserved += command instanceof ImportReferenceCCG ? 1 : 0;
                }
                case CommandEvent.CommandUnchanged _ -> unchanged++;
                case CommandEvent.CommandRefused refusal ->
                        refused.add("line " + line.line() + ": " + refusal.code());
            }
        }
        var response = ResponseEntity.ok();
        outcomes.stream()
                .max(Comparator.comparingLong(StoredEvent::position))
                .ifPresent(last ->
                        response.header(
                                Receipt.CONSISTENCY_TOKEN, Receipt.token(ledger.epoch(), last)));
        return response.body(
                new Imported(sha256, lines.size(), recorded, reserved, unchanged, refused));
    }

    private Optional<String> knownName(CcgCode code) {
        return ledger
                .readTag(
                        Tag.code(code).value(),
                        EventTypes.namesOf(List.of(CCGProposed.class, ReferenceCCGImported.class)))
                .events()
                .stream()
                .map(event -> EventJson.read(event.type(), event.schemaVersion(), event.fact()))
                .map(event ->
                        event instanceof CCGProposed proposed
                                ? proposed.name()
                                : ((ReferenceCCGImported) event).name())
                .reduce((_, later) -> later);
    }

    /// A code that this very file reserved before stays reserved, and is not known by that.
    private Command command(Identity sender, CcgFile.Line line, String sha256) {
        UUID reservation =
                SentCommand.commandId(sender, key(line, ImportReferenceCCG.class, sha256));
        return knownName(line.ccg()).isPresent() && ledger.known(List.of(reservation)).isEmpty()
                ? new RecordPopulation(line.ccg(), PopulationBasis.LIST, line.heads(), COUNTED_ON)
                : new ImportReferenceCCG(
                        line.ccg(),
                        line.ons(),
                        line.legalName(),
                        line.areaTeam(),
                        line.region(),
                        source(sha256));
    }

    private static String key(CcgFile.Line line, Class<? extends Command> command, String sha256) {
        return "import/" + sha256 + "/" + line.line() + "/" + command.getSimpleName();
    }

    private static Source source(String sha256) {
        return new Source(Source.Standing.STATED, "Imported file, SHA-256 " + sha256, null);
    }

    private static Envelope envelope(
            Identity sender, CcgFile.Line line, Command command, String sha256) {
        String key = key(line, command.getClass(), sha256);
        return new Beside(sender.actor(), COUNTED_ON)
                .knownFrom(source(sha256))
                .envelope(SentCommand.commandId(sender, key), key, command, sha256, null);
    }

    private static StoredEvent last(Answer answer) {
        return switch (answer) {
            case Answer.Concluded(var command, _) -> command.events().getLast();
            case Answer.Forbidden(var code, var detail) ->
                    throw new Problem(403, code, "The sender may not import groups", detail);
            case Answer.NotFound _,
                    Answer.VersionConflict _,
                    Answer.KeyReused _,
                    Answer.Contention _ ->
                    throw new Problem(
                                    503,
                                    "UNAVAILABLE",
                                    "The import was not finished",
                                    "Send the same file again: what was recorded is not recorded"
                                            + " twice.")
                            .retryAfter(1);
        };
    }
}
