package no.samsnakk.rooms.identity;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.platform.log.Warnings;

/** Warns the operator of rows that are not as rooms wrote them, or not the ones asked for. */
@Startup
@ApplicationScoped
public class RefusedRows {
  private final Warnings subjects;
  private final Warnings people;
  private final Warnings roles;
  private final Warnings unasked;

  RefusedRows(MeterRegistry metrics) {
    this.subjects = new Warnings(metrics.counter("samsnakk.rooms.subjects.refused"));
    this.people = new Warnings(metrics.counter("samsnakk.rooms.people.refused"));
    this.roles = new Warnings(metrics.counter("samsnakk.rooms.roles.refused"));
    this.unasked = new Warnings(metrics.counter("samsnakk.rooms.rows.unasked"));
  }

  /** One more that does not say whom the issuer means by this subject. */
  public void subject(String subject) {
    subjects.tell(since -> LOG.subjectRefused(since, subject));
  }

  /** One more that is found by another number than the one sealed in it. */
  public void person(UUID personId) {
    people.tell(since -> LOG.personRefused(since, personId));
  }

  /** One more that no directory has said. */
  public void role(UUID roleId) {
    roles.tell(since -> LOG.roleRefused(since, roleId));
  }

  /** Whether the row that was found is one that was asked for; if not, that is one more. */
  public boolean isAsked(boolean same, String table, Object found) {
    if (!same) {
      unasked.tell(since -> LOG.rowUnasked(since, table, found));
    }
    return same;
  }
}
