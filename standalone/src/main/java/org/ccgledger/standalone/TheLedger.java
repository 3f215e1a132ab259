package org.ccgledger.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.ccgledger.access.AccessLog;
import org.ccgledger.command.CommandSide;
import org.ccgledger.command.running.ErasureRegister;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.SubjectVault;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.EventNames;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.NamedEventSerializer;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.ledger.proof.Witnesses;
import org.ccgledger.query.QuerySide;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The ledger, and the two sides that stand on it.
@Configuration(proxyBeanMethods = false)
class TheLedger {

    @Configuration(proxyBeanMethods = false)
    @WithCommands
    @Import(CommandSide.class)
    static class Commands {}

    @Configuration(proxyBeanMethods = false)
    @WithQueries
    @Import(QuerySide.class)
    static class Queries {}

    /// The name of the file of checkpoints, beside that of the keys.
    static final String CHECKPOINTS = "checkpoints";

    private static final String ERASURES = "erasures";

    /// Where the file of the keys is.
    static final String KEYS = "${ccg.keys.file:${ccg.data-directory:.ccg-ledger}/keys/ledger}";

    private static final long LARGEST_ACCESS_LOG = 16 << 20;

    @Bean
    AccessLog accessLog(
            @Value("${ccg.access-log.file:${ccg.data-directory:.ccg-ledger}/access-log/access}")
                    Path file) {
        return AccessLog.in(file, LARGEST_ACCESS_LOG);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LedgerKeys ledgerKeys(@Value(KEYS) Path file) {
        return LedgerKeys.at(file);
    }

    @Bean
    Ledger ledger(
            @Qualifier("commandDatabase") DataSource database,
            @Qualifier("vaultDatabase") DataSource vault,
            LedgerKeys keys,
            Clock clock,
            MeterRegistry meters) {
        return Ledger.open(database, new SubjectVault(vault), keys, clock, meters);
    }

    @Bean
    @WithCommands
    CheckpointFiles checkpointFiles(
            @Value(KEYS) Path keys, @Value("${ccg.checkpoints.file:}") String notes) {
        return new CheckpointFiles(
                notes.isEmpty() ? keys.resolveSibling(CHECKPOINTS) : Path.of(notes));
    }

    /// Is closed before the databases are, and signs what came last.
    @Bean
    @WithCommands
    Checkpointer checkpointer(
            @Value(KEYS) Path keys,
            CheckpointFiles notes,
            @Value("${ccg.witnesses:}") List<String> witnesses,
            @Qualifier("checkpointDatabase") DataSource database,
            Ledger ledger,
            Clock clock) {
        Checkpointer checkpointer =
                Checkpointer.start(database, keys, notes, Witnesses.of(witnesses, clock), clock);
        ledger.onHead(checkpointer::appended);
        return checkpointer;
    }

    @Bean
    @WithCommands
    ErasureRegister erasureRegister(
            @Value(KEYS) Path keys, @Value("${ccg.erasures.file:}") String file) {
        return new ErasureRegister(file.isEmpty() ? keys.resolveSibling(ERASURES) : Path.of(file));
    }

    @Bean
    static EventReader eventReader() {
        return EventTypes.READER;
    }

    @Bean
    static Serializer eventSerializer() {
        return new NamedEventSerializer(
                EventNames.of(
                        EventTypes.READER.types(),
                        EventType::name,
                        EventType::version,
                        EventType::carrier,
                        EventJson::fact,
                        EventJson::read),
                AxonJson.serializer());
    }

    @Bean
    LedgerEventStore ledgerEventStore(
            Ledger ledger,
            @Qualifier("commandDatabase") DataSource database,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Clock clock) {
        return LedgerEventStore.of(
                ledger, new LedgerEventStorageEngine(ledger, database, eventSerializer, clock));
    }
}
