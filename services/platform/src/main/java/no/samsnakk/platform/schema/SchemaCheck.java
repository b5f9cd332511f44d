package no.samsnakk.platform.schema;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * A service runs as a role that may not migrate (decision 8). What it may do is read which
 * migrations have been run; where one that it needs is missing, it does not start. Migrations that
 * are newer than the service do not concern it: a roll-out may be half done.
 */
@ApplicationScoped
class SchemaCheck {
  private final Flyway flyway;
  private final String schema;

  SchemaCheck(
      Flyway flyway, @ConfigProperty(name = "quarkus.flyway.default-schema") String schema) {
    this.flyway = flyway;
    this.schema = schema;
  }

  /** Before anything else that happens at start. */
  void start(@Observes @Priority(0) StartupEvent started) {
    ValidateResult found = found();
    if (!found.validationSuccessful) {
      throw LOG.schemaUnfit(schema, missing(found));
    }
  }

  private ValidateResult found() {
    try {
      return flyway.validateWithResult();
    } catch (FlywayException e) {
      throw LOG.schemaUnfit(
          schema, String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(""));
    }
  }

  private static String missing(ValidateResult found) {
    return found.invalidMigrations.stream()
        .map(it -> it.version + ": " + it.errorDetails.errorCode)
        .collect(Collectors.joining(", "));
  }
}
