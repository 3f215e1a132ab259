package org.ccgledger.standalone;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.standalone.postgres.EmbeddedServerInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;

/// Both sides in one process, on an embedded PostgreSQL unless another is named.
@ConfigurationPropertiesScan
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class CcgLedger {

    private static final Pattern PASSWORD =
            Pattern.compile("password\"?\\s*[=:]", Pattern.CASE_INSENSITIVE);
    private static final Pattern OURS =
            Pattern.compile("(ccg|server|spring)\\.", Pattern.CASE_INSENSITIVE);

    public static void main(String[] args) {
        if (namesPassword(args)) {
            System.err.println(
                    "A command line can be read by everybody on the machine: give passwords by the"
                            + " environment, such as CCG_DATABASE_PASSWORD, or by a file (see"
                            + " docs/running.md). Nothing was started.");
            System.exit(1);
        }
        // Settings start the ledger; anything else is for the command line.
        if ((args.length > 0 && !args[0].startsWith("--"))
                || !Collections.disjoint(List.of(args), List.of("--help", "--version"))) {
            // What a subcommand has to say it says itself.
            LoggingSystem.get(CcgLedger.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
            System.exit(new CommandLine(new Ccg()).execute(args));
        }
        application().run(args);
    }

    private static boolean namesPassword(String... args) {
        Stream<String> properties =
                System.getProperties().stringPropertyNames().stream()
                        .filter(name -> OURS.matcher(name).lookingAt())
                        .map(name -> name + "=" + System.getProperty(name));
        return Stream.concat(Stream.of(args), properties)
                .anyMatch(setting -> PASSWORD.matcher(setting).find());
    }

    /// The application, ready to run with the arguments of a command line.
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(CcgLedger.class);
        application.addInitializers(new EmbeddedServerInitializer(), new ManagementPort());
        return application;
    }
}
