package no.samsnakk.platform.schema;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * A service runs as a role that may not migrate (decision 8). What it may do is read which
 * migrations have been run; where one that it needs is missing, it does not start. Migrations that
 * are newer than the service do not concern it: a roll-out may be half done. Where PostgreSQL is
 * not there yet, it waits for it.
 */
@ApplicationScoped
class SchemaCheck {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** Of so many looks in vain the operator is told of one. */
  private static final int TOLD_OF = 30;

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
    for (int look = 0; ; look++) {
      try {
        return flyway.validateWithResult();
      } catch (FlywayException e) {
        if (!isAway(e)) {
          throw LOG.schemaUnfit(schema, firstLine(e));
        }
        if (look % TOLD_OF == 0) {
          LOG.databaseAway(schema);
        }
        pause();
      }
    }
  }

  /** It cannot be reached, or says that it is starting or stopping. */
  private static boolean isAway(FlywayException failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P")));
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while it waited for PostgreSQL", e);
    }
  }

  private static String firstLine(FlywayException failure) {
    return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
  }

  private static String missing(ValidateResult found) {
    return found.invalidMigrations.stream()
        .map(it -> it.version + ": " + it.errorDetails.errorCode)
        .collect(Collectors.joining(", "));
  }
}
