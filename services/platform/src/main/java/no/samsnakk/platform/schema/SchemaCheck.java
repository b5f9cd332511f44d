package no.samsnakk.platform.schema;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.platform.settings.ServiceName;
import no.samsnakk.platform.start.Waiting;
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
  /** What the pool says where PostgreSQL has not answered in time, and no more. */
  private static final String TOO_SLOW = "Acquisition timeout";

  private final Flyway flyway;
  private final String schema;

  SchemaCheck(Flyway flyway, @ServiceName String schema) {
    this.flyway = flyway;
    this.schema = schema;
  }

  /** Before anything else that happens at start. */
  void start(@Observes @Priority(0) StartupEvent started) {
    Waiting.until(this::isThere, () -> LOG.databaseAway(schema));
  }

  /** Whether PostgreSQL is; where its tables do not fit, the service does not start. */
  private boolean isThere() {
    try {
      var found = flyway.validateWithResult();
      if (!found.validationSuccessful) {
        throw LOG.schemaUnfit(schema, missing(found));
      }
      return true;
    } catch (FlywayException e) {
      if (isAway(e)) {
        return false;
      }
      throw LOG.schemaUnfit(schema, firstLine(e));
    }
  }

  /**
   * It cannot be reached, is too slow, or says that it is starting or stopping. One that is not
   * believed (a certificate) will not be believed later either.
   */
  private static boolean isAway(FlywayException failure) {
    var causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    return causes.stream().noneMatch(GeneralSecurityException.class::isInstance)
        && causes.stream().anyMatch(SchemaCheck::saysSo);
  }

  private static boolean saysSo(Throwable cause) {
    if (!(cause instanceof SQLException sql)) {
      return false;
    }
    var state = sql.getSQLState();
    return state == null
        ? String.valueOf(sql.getMessage()).startsWith(TOO_SLOW)
        : state.startsWith("08") || state.startsWith("57P");
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
