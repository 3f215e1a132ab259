package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.system.benchmark.StockFigure.OpenFigure;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A thin application in front of either side's command bus: Tomcat with virtual threads as the
/// product has, one controller that turns a body into a command, and nothing else. It checks no
/// sender and projects nothing.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class ThinApplication {

    static final String PATH = "/commands/RecordFigure";

    public static void main(String[] arguments) {
        var application = SpringApplication.run(ThinApplication.class, arguments);
        System.out.printf(
                "Thin is ready: http://127.0.0.1:%d%n",
                Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                        .getPort());
    }

    /// What takes a figure that was not recorded before.
    @FunctionalInterface
    interface Front {
        void record(RecordStatedFigure command, String key);
    }

    @Bean
    Front front(
            @Value("${benchmark.side}") String side,
            @Value("${benchmark.url}") String url,
            @Value("${benchmark.user}") String user,
            @Value("${benchmark.password}") String password,
            @Value("${benchmark.pool}") int pool,
            @Value("${benchmark.keys}") Path keys) {
        HikariDataSource connections = Bench.pool(url, user, password, pool);
        if (side.equals(Ours.NAME)) {
            Ours ours = Ours.on(connections, keys);
            return (command, key) -> ours.record(command.figure().value(), command.value(), key);
        }
        Stock stock = Stock.on(connections);
        return (command, _) ->
                stock.send(
                        new OpenFigure(
                                Figures.recorded(command.figure().value(), command.value())));
    }

    /// What is said of a command that was carried out.
    record Done(StatedFigureId figure) {}

    /// Found because it stands in the configuration.
    @RestController
    static final class ThinController {

        private final Front front;

        ThinController(Front front) {
            this.front = front;
        }

        @PostMapping(PATH)
        @ResponseStatus(HttpStatus.CREATED)
        Done record(
                @RequestBody RecordStatedFigure command,
                @RequestHeader("Idempotency-Key") String key) {
            front.record(command, key);
            return new Done(command.figure());
        }
    }
}
