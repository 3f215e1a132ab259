package org.ccgledger.command.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.ApplyForCoCommissioning;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.ApproveCoCommissioning;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.AgreeToJoin;
import org.ccgledger.command.meetings.MeetingCommand.CastVote;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.Days;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.ItemId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.MeetingId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.Role;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.TextPattern;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.meetings.Vote;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    private static final String ASKING = "eligibility";
    private static final DocRef ASKED_ABOUT = DocRef.titled("Asked about");
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
        CastVote vote =
                new CastVote(
                        new MeetingId(text("meeting", meeting, MeetingId.class)),
                        new ItemId(text("item", item, ItemId.class)),
                        new PersonId(text("member", member, PersonId.class)),
                        Vote.FOR);
        BodyRef actsFor =
                body == null
                        ? identity.actor().body()
                        : new BodyRef(text("body", body, BodyRef.class));
        ObjectNode about = EventJson.MAPPER.createObjectNode();
        about.put("meeting", vote.meeting().value());
        about.put("item", vote.item().value());
        about.put("member", vote.member().value());
        return answer(
                vote,
                new Actor(vote.member().value(), Role.COMMITTEE_MEMBER, actsFor, null),
                effectiveOn,
                about);
    }

    /// Whether a group that is invited may join a joint committee.
    ///
    /// @param termsVersion to which it would agree; the first if left out
    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/v1/eligibility/joint-memberships")
    ResponseEntity<byte[]> join(
            @RequestParam(name = "jointCommittee", required = false) @Nullable String committee,
            @RequestParam(name = "ccg", required = false) @Nullable String ccg,
            @RequestParam(name = "termsVersion", required = false) @Nullable String termsVersion,
            @RequestParam(name = "effectiveOn", required = false) @Nullable String effectiveOn) {
        CcgCode group = new CcgCode(text("ccg", ccg, CcgCode.class));
        AgreeToJoin agreement =
                new AgreeToJoin(
                        new JointCommitteeId(
                                text("jointCommittee", committee, JointCommitteeId.class)),
                        group,
                        termsVersion == null ? 1 : number("termsVersion", termsVersion),
                        ASKED_ABOUT,
                        null);
        ObjectNode about = EventJson.MAPPER.createObjectNode();
        about.put("jointCommittee", agreement.jointCommittee().value());
        about.put("ccg", group.value());
        about.put("termsVersion", agreement.termsVersion());
        return answer(agreement, accountableOfficer(group), effectiveOn, about);
    }

    /// Whether a group may apply for delegation, or to commission jointly.
    ///
    /// @param level `DELEGATED`, or `JOINT`
    /// @param variation of the constitution on which the application would rest
    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/v1/eligibility/co-commissioning-applications")
    ResponseEntity<byte[]> apply(
            @RequestParam(name = "ccg", required = false) @Nullable String ccg,
            @RequestParam(name = "round", required = false) @Nullable String round,
            @RequestParam(name = "level", required = false) @Nullable String level,
            @RequestParam(name = "constitutionVariation", required = false)
                    @Nullable String variation,
            @RequestParam(name = "effectiveOn", required = false) @Nullable String effectiveOn) {
        CcgCode group = new CcgCode(text("ccg", ccg, CcgCode.class));
        ApplyForCoCommissioning application =
                new ApplyForCoCommissioning(
                        group,
                        new RoundName(text("round", round, RoundName.class)),
                        level(level),
                        new VariationId(
                                text("constitutionVariation", variation, VariationId.class)),
                        ASKED_ABOUT,
                        ASKED_ABOUT);
        ObjectNode about = EventJson.MAPPER.createObjectNode();
        about.put("ccg", group.value());
        about.put("round", application.round().value());
        about.put("level", application.level().name());
        return answer(application, accountableOfficer(group), effectiveOn, about);
    }

    /// Whether an application for delegation, or to commission jointly, may be approved.
    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/v1/eligibility/co-commissioning-approvals")
    ResponseEntity<byte[]> approve(
            @RequestParam(name = "ccg", required = false) @Nullable String ccg,
            @RequestParam(name = "application", required = false) @Nullable String application,
            @RequestParam(name = "effectiveOn", required = false) @Nullable String effectiveOn) {
        ApproveCoCommissioning approval =
                new ApproveCoCommissioning(
                        new CcgCode(text("ccg", ccg, CcgCode.class)),
                        new CoCommissioningId(
                                text("application", application, CoCommissioningId.class)),
                        List.of());
        ObjectNode about = EventJson.MAPPER.createObjectNode();
        about.put("ccg", approval.ccg().value());
        about.put("application", approval.application().value());
        return answer(
                approval,
                new Actor(ASKING, Role.BOARD_AUTHORISATION, BodyRef.BOARD, null),
                effectiveOn,
                about);
    }

    private static Actor accountableOfficer(CcgCode ccg) {
        return new Actor(ASKING, Role.CCG_ACCOUNTABLE_OFFICER, BodyRef.ccg(ccg), null);
    }

    /// @param about what was asked for, to which the answer is added
    private ResponseEntity<byte[]> answer(
            Command command, Actor actor, @Nullable String effectiveOn, ObjectNode about) {
        UUID id = UUID.randomUUID();
        LocalDate day =
                effectiveOn == null ? LocalDate.now(clock.withZone(ENGLAND)) : day(effectiveOn);
        Decision decision =
                commands.rehearse(
                        new Beside(actor, day)
                                .under(ASKED)
                                .because("Asked whether it would be decided")
                                .envelope(id, id.toString(), command, id.toString(), null));
        about.put("effectiveOn", day.toString());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(EventJson.MAPPER.writeValueAsBytes(answered(about, refusal(decision))));
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

    private static ObjectNode answered(ObjectNode answer, Optional<Refusal> refusal) {
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

    private static int number(String parameter, String given) {
        if (!given.matches("[1-9]\\d{0,5}")) {
            throw Problem.invalid("/" + parameter, "is a number from 1 on");
        }
        return Integer.parseInt(given);
    }

    private static CoCommissioningLevel level(@Nullable String given) {
        return switch (given) {
            case "DELEGATED" -> CoCommissioningLevel.DELEGATED;
            case "JOINT" -> CoCommissioningLevel.JOINT;
            case null, default -> throw Problem.invalid("/level", "is DELEGATED or JOINT");
        };
    }

    private static LocalDate day(String given) {
        return Days.parsed(given)
                .orElseThrow(() -> Problem.invalid("/effectiveOn", "is a day such as 2013-04-01"));
    }
}
