# Built from the sources, so that the image needs nothing but this folder.
FROM maven:3.9-eclipse-temurin-17 AS build
# Node and npm, for the styles of the citizens' pages.
COPY --from=node:20 /usr/local/bin/node /usr/local/bin/node
COPY --from=node:20 /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY . .
RUN mvn -B -q -DskipTests package \
 && java -Djarmode=tools -jar target/ics-indrejse-*.jar extract --layers --application-filename ics-indrejse.jar --destination /extracted

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 ics \
 && useradd --system --uid 10001 --gid ics --home-dir /app --shell /usr/sbin/nologin ics
WORKDIR /app
# From what seldom changes to what often does.
COPY --from=build /extracted/dependencies/ ./
COPY --from=build /extracted/spring-boot-loader/ ./
COPY --from=build /extracted/snapshot-dependencies/ ./
COPY --from=build /extracted/application/ ./
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# Not -jar: the servlet container looks for the web applications' files in the jars named on the class path, and does not
# see those that only a manifest names; Tasklist's plugin.css was then missing.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-cp", "ics-indrejse.jar:lib/*", "dk.ics.intake.Application"]
