package org.ccgledger.command.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a command and what stands beside its fields from a body of JSON.
final class CommandReader {

    private static final Shape<Beside> BESIDE = Shape.of(Beside.class);

    private static final byte BYTE_ORDER_MARK = (byte) 0xEF;

    private CommandReader() {}

    /// What every command's body holds beside the command's own fields.
    record Beside(
            LocalDate effectiveOn,
            @Nullable Authority authority,
            @Nullable String reasons,
            @Nullable List<DocRef> evidence,
            @Nullable Source source) {}

    record Read(Command command, Beside beside) {}

    /// @throws Problem naming every field that does not fit
    static Read read(byte[] body, CommandTypes.Type type) {
        var read = Shape.of(type.carrier()).readWith(BESIDE, tree(body));
        Command command = read.first();
        if (!command.fieldErrors().isEmpty()) {
            throw Problem.invalid(command.fieldErrors());
        }
        return new Read(command, read.second());
    }

    /// The records whose fields make up a command's body.
    static List<Class<?>> fieldsOf(CommandTypes.Type type) {
        return List.of(type.carrier(), Beside.class);
    }

    /// @throws Problem if it is not JSON
    static JsonNode tree(byte[] body) {
        if (!isUtf8(body)) {
            throw Problem.invalid("", "is not JSON in UTF-8 without a byte order mark");
        }
        try {
            return EventJson.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid("", "is not JSON that can be read: " + e.getOriginalMessage());
        }
    }

    /// JSON is read in whatever encoding it seems to be in; what is hashed is read in one.
    private static boolean isUtf8(byte[] body) {
        boolean ascii = true;
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
            ascii &= b > 0;
        }
        if (ascii) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return false;
        }
        return body[0] != BYTE_ORDER_MARK;
    }
}
