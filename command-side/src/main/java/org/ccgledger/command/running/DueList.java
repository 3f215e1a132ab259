package org.ccgledger.command.running;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The commands that are still to be sent when their day comes. Made from events alone.
final class DueList {

    private static final int PAGE = 500;

    private final JdbcClient sql;

    DueList(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /// A command by its id, and the event from which it follows.
    record Entry(UUID commandId, UUID eventId) {}

    void add(UUID commandId, UUID eventId, LocalDate dueOn) {
        sql.sql(
                        "insert into automation.due (command_id, event_id, due_on) values (?, ?, ?) on conflict do nothing")
                .params(commandId, eventId, dueOn)
                .update();
    }

    List<Entry> dueBy(LocalDate day) {
        return sql.sql(
                        "select command_id, event_id from automation.due where due_on <= ? order by due_on, command_id limit ?")
                .params(day, PAGE)
                .query((row, _) ->
                        new Entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    void settle(UUID commandId) {
        sql.sql("delete from automation.due where command_id = ?").param(commandId).update();
    }
}
