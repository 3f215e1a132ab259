package org.ccgledger.standalone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.http.Body;
import org.ccgledger.command.http.Jobs;
import org.ccgledger.command.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Makes bundles for auditors, as `ccg export` does, and hands each out as one archive.
///
/// They are [Jobs], whose bundles stand on the server's disk for as long as the jobs are kept.
@RestController
@WithCommands
@RequestMapping(ExportsController.PATH)
class ExportsController implements DisposableBean {

    static final String PATH = "/v1/audit/exports";

    private final Databases.Settings databases;
    private final ExportsFolder folder;
    private final Jobs<ExportJob> exports;

    ExportsController(
            Databases.Settings databases,
            @Value("${ccg.exports.directory:${ccg.data-directory:.ccg-ledger}/exports}")
                    Path folder,
            @Value("${ccg.exports.kept:4}") int kept,
            @Value("${ccg.exports.reserve:1GB}") DataSize reserve) {
        this.databases = databases;
        this.folder = new ExportsFolder(folder, reserve.toBytes());
        this.exports = new Jobs<>(PATH, "export", kept);
    }

    /// What is to be exported.
    ///
    /// @param upTo the most events that the bundle may hold: it ends with the newest checkpoint
    ///   that is not larger, and with the newest of all if nothing is said
    record ExportRequest(@Nullable Long upTo) {}

    @OpenTo(Callers.AUDITORS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> export(HttpServletRequest request) throws IOException {
        ExportRequest asked = Body.of(request, ExportRequest.class);
        long upTo = Objects.requireNonNullElse(asked.upTo(), Long.MAX_VALUE);
        if (upTo < 1) {
            throw Problem.invalid("/upTo", "is a position, 1 or more");
        }
        folder.open();
        if (!folder.hasSpace()) {
            throw new Problem(
                    507,
                    "INSUFFICIENT_STORAGE",
                    "The disk has too little space left for an export",
                    folder.needs());
        }
        return exports.accept(new ExportJob(databases.as(Databases.AUDITOR), folder, upTo));
    }

    @OpenTo(Callers.AUDITORS)
    @GetMapping("/{id}")
    Object progress(@PathVariable String id) {
        return exports.get(id).view();
    }

    /// Who fetches a bundle is recorded: what is about persons is in it, encrypted, with their
    /// pseudonyms.
    @OpenTo(value = Callers.AUDITORS, personal = true)
    @GetMapping(path = "/{id}/bundle", produces = ExportJob.ZIP)
    void bundle(@PathVariable String id, HttpServletResponse response) throws IOException {
        exports.get(id)
                .hand(name -> {
                    response.setContentType(ExportJob.ZIP);
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + name + ".zip\"");
                    return response.getOutputStream();
                });
    }

    @Override
    public void destroy() throws IOException {
        exports.close();
        folder.close();
    }
}
