package org.ccgledger.standalone;

import java.util.Map;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The OpenAPI document as pages on which requests can be tried, with Swagger UI. All that a page
/// needs comes from here.
@RestController
class SwaggerUiController {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
                    + " data:; connect-src 'self'; frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <title>CCG Ledger</title>
            <link rel="stylesheet" href="/swagger-ui/swagger-ui.css">
            </head>
            <body>
            <div id="swagger-ui"></div>
            <script src="/swagger-ui/swagger-ui-bundle.js"></script>
            <script src="/swagger-ui/start.js"></script>
            </body>
            </html>
            """;

    private static final String START =
            """
            SwaggerUIBundle({
              url: "/v3/api-docs",
              dom_id: "#swagger-ui",
              docExpansion: "none",
              filter: true,
              validatorUrl: null
            });
            """;

    private static final Map<String, MediaType> FILES =
            Map.of(
                    "swagger-ui.css", MediaType.valueOf("text/css"),
                    "swagger-ui-bundle.js", MediaType.valueOf("text/javascript"));

    private final String folder;

    SwaggerUiController(@Value("${ccg.swagger-ui}") String version) {
        this.folder = "META-INF/resources/webjars/swagger-ui/" + version + "/";
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/swagger-ui")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .contentType(MediaType.TEXT_HTML)
                .body(PAGE);
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/swagger-ui/start.js")
    ResponseEntity<String> start() {
        return ResponseEntity.ok().contentType(MediaType.valueOf("text/javascript")).body(START);
    }

    @OpenTo(Callers.EVERYBODY)
    @GetMapping("/swagger-ui/{file}")
    ResponseEntity<Object> file(@PathVariable String file) {
        MediaType type = FILES.get(file);
        if (type == null) {
            return ResponseEntity.status(404)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ContainerProblems.problem(404, "/swagger-ui/" + file));
        }
        Resource resource = new ClassPathResource(folder + file);
        return ResponseEntity.ok().contentType(type).body(resource);
    }
}
