package no.samsnakk.messaging.reading.question;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.messaging.reading.standing.Sought;
import no.samsnakk.messaging.reading.standing.StandingRead;
import no.samsnakk.messaging.reading.standing.StandingReader;
import no.samsnakk.platform.problem.Refusal;

/**
 * Which messages wait for an answer in the rooms in which a person may write; what is asked stands
 * in the message.
 */
@ApplicationScoped
class Questions {
  static final Sought SOUGHT =
      Sought.oldestFirst(QuestionPayload.KIND, new Sought.Bounds(100, 2_000));

  private final StandingReader reader;

  Questions(StandingReader reader) {
    this.reader = reader;
  }

  /**
   * Those that have waited longest first.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  Future<StandingQuestions> of(UUID personId) {
    return reader.of(personId, SOUGHT, read -> told(read, personId));
  }

  private static StandingQuestions told(StandingRead read, UUID personId) {
    var opened =
        read.said(QuestionPayload.KIND, QuestionPayload.class).stream()
            .map(newest -> newest.map(StandingQuestion::of))
            .toList();
    return StandingQuestions.of(opened, personId, read.isAll());
  }
}
