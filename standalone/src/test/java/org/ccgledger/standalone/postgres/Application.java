package org.ccgledger.standalone.postgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// A web application that has nothing but the server, started as the real one is.
@SpringBootConfiguration
class Application {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(new EmbeddedServerInitializer());
        application.run(arguments);
        System.out.println(OtherProcess.READY);
    }

    @Bean
    TomcatServletWebServerFactory web(Environment environment) {
        return new TomcatServletWebServerFactory(
                environment.getProperty("server.port", Integer.class, 0));
    }
}
