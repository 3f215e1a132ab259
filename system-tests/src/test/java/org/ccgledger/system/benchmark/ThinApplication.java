package org.ccgledger.system.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.ccgledger.events.Source;
import org.ccgledger.events.StatedFigureId;
import org.ccgledger.events.statedfigures.CountedFigure;
import org.ccgledger.events.statedfigures.FigureUnit;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.ccgledger.system.benchmark.StockFigure.OpenFigure;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A thin application on Axon's own event store: Tomcat with virtual threads as ours has, one
/// controller that turns a body into a command, and nothing else. It keeps no decision record,
/// checks no sender and projects nothing.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            OAuth2ResourceServerWebSecurityAutoConfiguration.class
        })
class StockApplication {

    static final String PATH = "/commands/RecordFigure";

    public static void main(String[] arguments) {
        SpringApplication stock = new SpringApplication(StockApplication.class);
        // It reads the product's settings, which name parts of health that it has not.
        stock.setDefaultProperties(
                Map.of("management.endpoint.health.validate-group-membership", "false"));
        var application = stock.run(arguments);
        System.out.printf(
                "Stock is ready: http://127.0.0.1:%d%n",
                Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer())
                        .getPort());
    }

    @Bean
    Stock stock(
            @Value("${benchmark.url}") String url,
            @Value("${benchmark.user}") String user,
            @Value("${benchmark.password}") String password,
            @Value("${benchmark.pool}") int pool) {
        return Stock.on(Bench.pool(url, user, password, pool));
    }

    /// The body of a request.
    record Body(
            StatedFigureId figure,
            Source figureSource,
            String subject,
            CountedFigure counted,
            @Nullable Integer wave,
            BigDecimal value,
            FigureUnit unit,
            LocalDate asAt,
            LocalDate effectiveOn) {
        StatedFigureRecorded recorded() {
            return new StatedFigureRecorded(
                    figure, figureSource, subject, counted, wave, value, unit, asAt, effectiveOn);
        }
    }

    /// What is said of a command that was carried out.
    record Done(StatedFigureId figure) {}

    /// Found because it stands in the configuration.
    @RestController
    static final class StockController {

        private final Stock stock;

        StockController(Stock stock) {
            this.stock = stock;
        }

        @PostMapping(PATH)
        @ResponseStatus(HttpStatus.CREATED)
        Done record(@RequestBody Body body) {
            stock.send(new OpenFigure(body.recorded()));
            return new Done(body.figure());
        }
    }
}
