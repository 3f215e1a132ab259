package org.ccgledger.query.proofs;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.proof.Proofs;
import org.ccgledger.query.http.Listing.Filter.Kind;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.Preference;
import org.ccgledger.query.http.QueryProblem;
import org.ccgledger.query.http.Takes;
import org.ccgledger.query.projection.QueryDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The newest checkpoint as it was signed and cosigned, and proofs of inclusion and consistency
/// (RFC 9162).
///
/// Hashes are hexadecimal, as in receipts and in the audit. A proof is about the newest checkpoint
/// unless another size is asked for; one that is past stays true for ever. A proof of inclusion can
/// be had as a file as well, which holds its checkpoint and can be checked by itself (C2SP
/// tlog-proof).
@RestController
final class ProofsApi {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Proofs proofs;

    ProofsApi(QueryDatabase database) {
        this.proofs = new Proofs(database.dataSource());
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping(path = "/v1/audit/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> checkpoint(HttpServletRequest request) {
        Parameters.check(request);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Cache-Control", "no-store")
                .body(newest().note().getBytes(StandardCharsets.UTF_8));
    }

    @OpenTo(Callers.TOKEN_HOLDERS)
    @Takes(
            name = "size",
            kind = Kind.NUMBER,
            description =
                    "Of the tree that it is proved for; the newest checkpoint's if it is left out.")
    @GetMapping(
            path = "/v1/audit/proofs/{position}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
    ResponseEntity<byte[]> inclusion(HttpServletRequest request, @PathVariable String position) {
        Parameters.check(request);
        if (!NUMBER.matcher(position).matches()) {
            throw QueryProblem.notFound("A position is a number from 1 on");
        }
        long at = Long.parseLong(position);
        long size = size(request, "size");
        if (at > size) {
            throw QueryProblem.notFound(
                    "No checkpoint covers position "
                            + at
                            + " yet, or the ledger does not reach it; the one asked for covers "
                            + size);
        }
        Proofs.Inclusion proof = proofs.inclusion(at, size);
        return Preference.of(request, List.of(MediaType.APPLICATION_JSON, TEXT)).equals(TEXT)
                ? file(proof)
                : json(proof);
    }

    private static ResponseEntity<byte[]> json(Proofs.Inclusion proof) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("position", proof.position());
        body.put("leafIndex", proof.index());
        body.put("leafHash", hex(proof.leaf()));
        body.put("size", proof.size());
        body.put("root", hex(proof.root()));
        body.put("hashes", proof.hashes().stream().map(ProofsApi::hex).toList());
        return json(body);
    }

    private ResponseEntity<byte[]> file(Proofs.Inclusion proof) {
        Proofs.Published checkpoint =
                proofs.checkpoint(proof.size())
                        .orElseThrow(() ->
                                QueryProblem.notFound(
                                        "A file ends with a checkpoint, and there is none of size "
                                                + proof.size()));
        StringBuilder file =
                new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(proof.index());
        proof.hashes()
                .forEach(
                        hash -> file.append('\n').append(Base64.getEncoder().encodeToString(hash)));
        file.append("\n\n").append(checkpoint.note());
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("Cache-Control", "no-store")
                .body(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @OpenTo(Callers.EVERYBODY)
    @Takes(
            name = "from",
            kind = Kind.NUMBER,
            required = true,
            description = "The size of an earlier tree.")
    @Takes(
            name = "to",
            kind = Kind.NUMBER,
            description = "The size of a later one; the newest checkpoint's if it is left out.")
    @GetMapping("/v1/audit/consistency")
    ResponseEntity<byte[]> consistency(HttpServletRequest request) {
        Parameters.check(request);
        if (request.getParameter("from") == null) {
            throw QueryProblem.invalidField("from", "It is needed: the size of an earlier tree");
        }
        long to = size(request, "to");
        long from = size(request, "from");
        if (from > to) {
            throw QueryProblem.invalidField("from", "It is greater than the other size, " + to);
        }
        Proofs.Consistency proof = proofs.consistency(from, to);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", proof.from());
        body.put("fromRoot", hex(proof.fromRoot()));
        body.put("to", proof.to());
        body.put("toRoot", hex(proof.toRoot()));
        body.put("hashes", proof.hashes().stream().map(ProofsApi::hex).toList());
        return json(body);
    }

    private Proofs.Published newest() {
        return proofs.newest()
                .orElseThrow(() -> QueryProblem.notFound("No checkpoint has been signed yet"));
    }

    /// The size that a parameter asks for, at most that of the newest checkpoint, which is what is
    /// meant without the parameter.
    private long size(HttpServletRequest request, String parameter) {
        @Nullable String text = request.getParameter(parameter);
        long newest = newest().size();
        if (text == null) {
            return newest;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw QueryProblem.invalidField(parameter, "It is a number of events, from 1 on");
        }
        long size = Long.parseLong(text);
        if (size > newest) {
            throw QueryProblem.invalidField(
                    parameter, "No checkpoint covers so many events; the newest covers " + newest);
        }
        return size;
    }

    private static ResponseEntity<byte[]> json(Map<String, Object> body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(EventJson.MAPPER.writeValueAsBytes(body));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
