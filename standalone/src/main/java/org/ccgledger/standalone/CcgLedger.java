package org.ccgledger.standalone;

import org.ccgledger.standalone.postgres.EmbeddedServerInitializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/// Both sides in one process, on an embedded PostgreSQL unless another is named.
@ConfigurationPropertiesScan
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class CcgLedger {

    public static void main(String[] args) {
        application().run(args);
    }

    /// The application, ready to run with the arguments of a command line.
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(CcgLedger.class);
        application.addInitializers(new EmbeddedServerInitializer());
        return application;
    }
}
