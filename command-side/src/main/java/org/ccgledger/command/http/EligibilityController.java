package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.meetings.MeetingCommand.CastVote;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.TextPattern;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether somebody may do something, and why not, by the decision that a command would meet now.
///
/// The command is decided and not appended, so the answer cannot disagree with it; by the time that
/// it is sent, others may have changed what it depends on.
@RestController
final class EligibilityController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final Authority ASKED = Authority.of("NHS Act 2006", "Sch 1A");

    private final Commands commands;
    private final Clock clock;

    EligibilityController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /// Whether a member may vote on an item.
    ///
    /// @param body for which the member acts; the asker's own if left out
    /// @param effectiveOn the day of the vote; today if left out
    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/v1/eligibility/votes")
    ResponseEntity<byte[]> vote(
            @AuthenticationPrincipal Identity identity,
            @RequestParam(name = "meeting", required = false) @Nullable String meeting,
            @RequestParam(name = "item", required = false) @Nullable String item,
            @RequestParam(name = "member", required = false) @Nullable String member,
            @RequestParam(name = "body", required = false) @Nullable String body,
            @RequestParam(name = "effectiveOn", required = false) @Nullable String effectiveOn) {
        Actor asker = identity.actor();
        CastVote vote =
                new CastVote(
                        new MeetingId(text("meeting", meeting, MeetingId.class)),
                        new ItemId(text("item", item, ItemId.class)),
                        new PersonId(text("member", member, PersonId.class)),
                        Vote.FOR);
        Actor voter =
                new Actor(
                        vote.member().value(),
                        Role.COMMITTEE_MEMBER,
                        body == null
                                ? asker.body()
                                : new BodyRef(text("body", body, BodyRef.class)),
                        null);
        UUID id = UUID.randomUUID();
        LocalDate day =
                effectiveOn == null ? LocalDate.now(clock.withZone(ENGLAND)) : day(effectiveOn);
        Decision decision =
                commands.rehearse(
                        new Beside(voter, day)
                                .under(ASKED)
                                .envelope(id, id.toString(), vote, id.toString(), null));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(EventJson.MAPPER.writeValueAsBytes(answer(vote, day, refusal(decision))));
    }

    private static Optional<Refusal> refusal(Decision decision) {
        return switch (decision) {
            case Decision.Accepted _, Decision.Unchanged _ -> Optional.empty();
            case Decision.Refused(var refusal) -> Optional.of(refusal);
            case Decision.NotFound(var what) ->
                    throw new Problem(
                            404,
                            "NOT_FOUND",
                            "What the question is about does not exist",
                            what + ".");
        };
    }

    private static ObjectNode answer(CastVote vote, LocalDate day, Optional<Refusal> refusal) {
        ObjectNode answer = EventJson.MAPPER.createObjectNode();
        answer.put("meeting", vote.meeting().value());
        answer.put("item", vote.item().value());
        answer.put("member", vote.member().value());
        answer.put("effectiveOn", day.toString());
        answer.put("eligible", refusal.isEmpty());
        ArrayNode reasons = answer.putArray("reasons");
        refusal.ifPresent(found -> {
            ObjectNode reason = reasons.addObject();
            reason.put("code", found.code());
            if (!found.rule().id().isEmpty()) {
                reason.put("rule", found.rule().id());
            }
            reason.put("title", found.rule().title());
            reason.put("detail", found.rule().cure());
            ArrayNode violations = reason.putArray("violations");
            found.violations()
                    .forEach(violation ->
                            violations
                                    .addObject()
                                    .put("field", violation.field())
                                    .put("message", violation.message()));
        });
        return answer;
    }

    private static String text(String parameter, @Nullable String given, Class<?> kind) {
        TextPattern pattern = kind.getAnnotation(TextPattern.class);
        if (given == null || !Pattern.matches(pattern.value(), given)) {
            throw Problem.invalid("/" + parameter, "is text such as " + pattern.example());
        }
        return given;
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException _) {
            throw Problem.invalid("/effectiveOn", "is a day such as 2013-04-01");
        }
    }

    @ExceptionHandler
    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        return problem.response(request.getRequestURI());
    }
}
