package org.ccgledger.standalone;

import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells whoever started the process where to find it.
@Component
class Welcome {

    private final WebServerApplicationContext server;

    Welcome(WebServerApplicationContext server) {
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void say() {
        System.out.printf(
                "CCG Ledger is ready: commands at %1$s/v1/commands, answers at %1$s/v1/authorisation/summary and %1$s/v1/ccgs%n",
                "http://127.0.0.1:" + Objects.requireNonNull(server.getWebServer()).getPort());
    }
}
