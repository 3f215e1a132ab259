package org.ccgledger.system.benchmark;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.command.http.Outcomes;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.standalone.CcgLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The whole application, with one route more: it takes the same command without a token, without a
/// count of requests and without holding its body against what it must be, so that what these cost
/// can be seen in one process.
@Configuration(proxyBeanMethods = false)
class OurApplication {

    static final String PATH = "/v1/commands/RecordStatedFigure";
    static final String BARE = "/bare/RecordStatedFigure";

    public static void main(String[] arguments) {
        var application = CcgLedger.application();
        application.addPrimarySources(List.of(OurApplication.class));
        application.run(arguments);
    }

    @Bean
    WebSecurityCustomizer bareRouteIsOpen() {
        return web -> web.ignoring().requestMatchers(BARE);
    }

    /// Found because it stands in the configuration.
    @RestController
    static final class BareController {

        private final Commands commands;
        private final Ledger ledger;

        BareController(Commands commands, Ledger ledger) {
            this.commands = commands;
            this.ledger = ledger;
        }

        @OpenTo(Callers.EVERYBODY)
        @PostMapping("/bare/{name}")
        ResponseEntity<byte[]> send(
                @PathVariable String name,
                @RequestHeader("Idempotency-Key") String key,
                HttpServletRequest request)
                throws IOException {
            RecordStatedFigure command =
                    EventJson.MAPPER.readValue(request.getInputStream(), RecordStatedFigure.class);
            return Outcomes.response(
                    commands.send(Ours.envelope(command.figure().toString(), command.value(), key)),
                    ledger.epoch());
        }
    }
}
