package org.ccgledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ccgledger.ledger.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedServerInitializerTest {

    @TempDir Path temporary;

    /// Uses the database while the context is closing.
    static final class LastWord implements DisposableBean {

        private final Environment environment;
        private boolean said;

        LastWord(Environment environment) {
            this.environment = environment;
            connected(environment, "ccg.database.url");
        }

        @Override
        public void destroy() {
            said = connected(environment, "ccg.database.url");
        }

        boolean wasSaid() {
            return said;
        }
    }

    @SpringBootConfiguration
    static class WithLastWord {
        @Bean
        LastWord lastWord(Environment environment) {
            return new LastWord(environment);
        }
    }

    @SpringBootConfiguration
    static class Nothing {}

    @SpringBootConfiguration
    static class WithAvailability {
        @Bean
        ApplicationAvailabilityBean availability() {
            return new ApplicationAvailabilityBean();
        }
    }

    @Test
    void beans_find_both_databases_and_have_them_until_the_last_bean_is_closed() {
        ConfigurableApplicationContext context =
                run(WithLastWord.class, "--ccg.data-directory=" + data());
        Environment environment = context.getEnvironment();
        LastWord lastWord = context.getBean(LastWord.class);
        assertThat(connected(environment, "ccg.vault.url")).isTrue();

        context.close();

        assertThat(lastWord.wasSaid()).isTrue();
        assertThatThrownBy(() -> connect(environment, "ccg.database.url"))
                .isInstanceOf(SQLException.class);
        DataFolder.open(data()).close();
    }

    @Test
    void nothing_is_started_when_a_database_is_named() {
        String url = "jdbc:postgresql://db.example/ledger";
        try (ConfigurableApplicationContext context =
                run(Nothing.class, "--ccg.data-directory=" + data(), "--ccg.database.url=" + url)) {
            assertThat(context.getEnvironment().getProperty("ccg.database.url")).isEqualTo(url);
            assertThat(data()).doesNotExist();
        }
    }

    @Test
    void the_process_is_not_alive_when_its_server_does_not_start_again() throws Exception {
        ServerWatch.Pace once =
                new ServerWatch.Pace(
                        Duration.ofMillis(10),
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        Duration.ofMinutes(1));
        try (ConfigurableApplicationContext context =
                run(
                        WithAvailability.class,
                        new EmbeddedServerInitializer(once),
                        "--ccg.data-directory=" + data())) {
            ApplicationAvailability availability = context.getBean(ApplicationAvailability.class);
            assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
            Files.writeString(pidFile().resolveSibling("postgresql.conf"), "no_such_setting = 1\n");
            long postmaster = Long.parseLong(Files.readAllLines(pidFile()).getFirst());
            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
            Patience.until(
                    "it is broken", () -> availability.getLivenessState() == LivenessState.BROKEN);
        }
    }

    @Test
    void sigterm_stops_the_application_and_then_its_server() throws Exception {
        try (OtherProcess application = application()) {
            application.awaitReady();
            assertThat(pidFile()).exists();
            application.terminate();
            assertThat(pidFile()).doesNotExist();
        }
    }

    @Test
    void an_unusable_data_folder_ends_the_start_with_one_sentence() throws Exception {
        Files.createFile(data());
        try (OtherProcess application = application()) {
            assertThat(application.allOutput())
                    .contains(
                            data()
                                    + " is not a folder: move it away, or for the data folder name another with --ccg.data-directory.")
                    .doesNotContain("\tat ")
                    .doesNotContain("Action:");
            assertThat(application.awaitEnd()).isEqualTo(1);
        }
    }

    @Test
    void a_taken_port_ends_the_start_with_one_sentence_and_leaves_no_server() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"));
                OtherProcess application = application("--server.port=" + taken.getLocalPort())) {
            assertThat(application.allOutput())
                    .contains(
                            "Port "
                                    + taken.getLocalPort()
                                    + " is taken by another process: stop that process, or choose another port with --server.port.")
                    .doesNotContain("\tat ");
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(pidFile().resolveSibling("PG_VERSION")).exists();
            assertThat(pidFile()).doesNotExist();
        }
    }

    private OtherProcess application(String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--ccg.data-directory=" + data();
        return OtherProcess.running(Application.class, all);
    }

    private static ConfigurableApplicationContext run(Class<?> source, String... arguments) {
        return run(source, new EmbeddedServerInitializer(), arguments);
    }

    private static ConfigurableApplicationContext run(
            Class<?> source, EmbeddedServerInitializer initializer, String... arguments) {
        SpringApplication application = new SpringApplication(source);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(initializer);
        return application.run(arguments);
    }

    private static boolean connected(Environment environment, String url) {
        try (Connection connection = connect(environment, url)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection connect(Environment environment, String url) throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty(url),
                environment.getRequiredProperty("ccg.database.user"),
                environment.getRequiredProperty("ccg.database.password"));
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postgres/postmaster.pid");
    }
}
