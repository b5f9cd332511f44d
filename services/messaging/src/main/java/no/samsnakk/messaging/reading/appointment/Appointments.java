package no.samsnakk.messaging.reading.appointment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.messaging.reading.entry.AppointmentNow;
import no.samsnakk.messaging.reading.standing.Said;
import no.samsnakk.messaging.reading.standing.Sought;
import no.samsnakk.messaging.reading.standing.StandingRead;
import no.samsnakk.messaging.reading.standing.StandingReader;
import no.samsnakk.platform.problem.Refusal;

/**
 * What is proposed or agreed in the rooms in which a person may write. When they meet is sealed, so
 * that what was held can't be told from what is to come before it is opened: those that were said
 * last are looked at first, and none that was said so long ago that all of its times have passed.
 */
@ApplicationScoped
class Appointments {
  /** What was held is among them: several meetings a week for a year hide nothing that is ahead. */
  private static final Sought.Bounds BOUNDS = new Sought.Bounds(300, 4_000);

  /** By two days after the furthest day that can be proposed it is over, wherever it is told. */
  static final Sought SOUGHT =
      Sought.newestFirst(
          AppointmentPayload.KIND,
          BOUNDS,
          AppointmentNow.FURTHEST.plusDays(2),
          AppointmentResponsePayload.KIND);

  private final StandingReader reader;
  private final Clock clock;

  Appointments(StandingReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What is agreed in the order of its time, then what is proposed.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  Future<StandingAppointments> of(UUID personId) {
    return reader.of(personId, SOUGHT, read -> told(read, personId));
  }

  /** The times that somebody has answered: those of the entry at this place. */
  private record Times(UUID roomId, long seq) {}

  private StandingAppointments told(StandingRead read, UUID personId) {
    var newest = read.said(AppointmentPayload.KIND, AppointmentPayload.class);
    var answers = read.said(AppointmentResponsePayload.KIND, AppointmentResponsePayload.class);
    boolean open = Said.areAllOpen(newest) && Said.areAllOpen(answers);
    var opened = opened(newest, answered(answers));
    return StandingAppointments.of(opened, personId, read.isAll() && open);
  }

  private static Map<Times, Set<UUID>> answered(
      List<Optional<Said<AppointmentResponsePayload>>> answers) {
    return answers.stream()
        .flatMap(Optional::stream)
        .collect(
            groupingBy(
                answer -> new Times(answer.envelope().roomId(), answer.says().follows()),
                mapping(answer -> answer.envelope().senderId(), toSet())));
  }

  private List<Appointment> opened(
      List<Optional<Said<AppointmentPayload>>> newest, Map<Times, Set<UUID>> answered) {
    var now = clock.instant();
    return newest.stream()
        .flatMap(Optional::stream)
        .map(
            said -> {
              var times = new Times(said.envelope().roomId(), said.envelope().seq());
              return new Appointment(said, answered.getOrDefault(times, Set.of()), now);
            })
        .toList();
  }
}
