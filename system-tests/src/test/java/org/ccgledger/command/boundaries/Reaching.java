package org.ccgledger.command.boundaries;

import java.io.InputStream;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.core.env.Environment;

/// Guilty: decisions that reach for what is outside.
public final class Reaching {

    private Reaching() {}

    public record ForADatabase(DataSource database) {}

    public record ForAFile(Path file) {}

    public record ForAStream(InputStream stream) {}

    public record ForSpring(Environment environment) {}

    public record ForAxon(CommandBus bus) {}
}
