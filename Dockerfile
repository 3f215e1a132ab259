# One image for both sides; settings say which a process is.
FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 ccg && mkdir -m 700 /keys /data && chown ccg /keys /data
USER ccg
COPY standalone/target/standalone-*-exec.jar /ccg-ledger.jar
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "/ccg-ledger.jar"]
