package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A process that runs the server, commits a row and then waits to be killed.
final class ServerOwner {

    private ServerOwner() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        ServerAddress server = new EmbeddedServer(folder).start();
        try (Connection connection = Sql.connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create table minutes (said text)");
            statement.execute("insert into minutes values ('carried')");
        }
        System.out.println(OtherProcess.READY);
        System.in.read();
    }
}
