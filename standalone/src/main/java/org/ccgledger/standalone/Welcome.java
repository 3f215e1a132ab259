package org.ccgledger.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells whoever started the process where to find it.
@Component
class Welcome {

    private final WebServerApplicationContext server;
    private final boolean takesCommands;
    private final boolean answersQueries;

    Welcome(
            WebServerApplicationContext server,
            @Value("${ccg.commands.enabled:true}") boolean takesCommands,
            @Value("${ccg.queries.enabled:true}") boolean answersQueries) {
        this.server = server;
        this.takesCommands = takesCommands;
        this.answersQueries = answersQueries;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void say() {
        String address =
                "http://127.0.0.1:" + Objects.requireNonNull(server.getWebServer()).getPort();
        List<String> found = new ArrayList<>();
        if (takesCommands) {
            found.add("commands at " + address + "/v1/commands");
        }
        if (answersQueries) {
            found.add(
                    "answers at %1$s/v1/authorisation/summary and %1$s/v1/ccgs".formatted(address));
        }
        System.out.println("CCG Ledger is ready: " + String.join(", ", found));
    }
}
