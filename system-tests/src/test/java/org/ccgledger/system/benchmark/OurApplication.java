package org.ccgledger.system.benchmark;

import java.util.List;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.standalone.CcgLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The whole application, with one route more: it takes the same command without a token, without a
/// count of requests and without looking into its body, and gives no receipt, so that what these
/// cost can be seen in one process.
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

        BareController(Commands commands) {
            this.commands = commands;
        }

        @OpenTo(Callers.EVERYBODY)
        @PostMapping(BARE)
        @ResponseStatus(HttpStatus.CREATED)
        StockApplication.Done record(
                @RequestHeader("Idempotency-Key") String key,
                @RequestBody StockApplication.Body body) {
            Ours.record(commands, body.figure().toString(), body.value(), key);
            return new StockApplication.Done(body.figure());
        }
    }
}
