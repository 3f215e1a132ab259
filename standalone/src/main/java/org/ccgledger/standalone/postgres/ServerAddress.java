package org.ccgledger.standalone.postgres;

/// Where the embedded server is reached, and the password of its superuser.
public record ServerAddress(String host, int port, String password) {

    /// The superuser's name.
    public static final String USER = "postgres";

    /// The JDBC URL of a database there, without user and password.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /// Hides the password, so that it does not get into a log.
    @Override
    public String toString() {
        return "ServerAddress[" + host + ":" + port + "]";
    }
}
