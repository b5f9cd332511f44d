package no.samsnakk.messaging.reading.agreement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.messaging.reading.standing.Said;
import no.samsnakk.messaging.reading.standing.Sought;
import no.samsnakk.messaging.reading.standing.StandingRead;
import no.samsnakk.messaging.reading.standing.StandingReader;
import no.samsnakk.platform.problem.Refusal;

/** What is agreed on, or is to be, in the rooms in which a person may write. */
@ApplicationScoped
class Agreements {
  static final Sought SOUGHT =
      Sought.oldestFirst(
          AgreementPayload.KIND, new Sought.Bounds(100, 2_000), AgreementResponsePayload.KIND);

  private final StandingReader reader;

  Agreements(StandingReader reader) {
    this.reader = reader;
  }

  /**
   * Those that have stood longest first.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  Future<StandingAgreements> of(UUID personId) {
    return reader.of(personId, SOUGHT, read -> told(read, personId));
  }

  /** The words that somebody has answered: those of the entry at this place. */
  private record Words(UUID roomId, long seq) {}

  private static StandingAgreements told(StandingRead read, UUID personId) {
    var newest = read.said(AgreementPayload.KIND, AgreementPayload.class);
    var answers = read.said(AgreementResponsePayload.KIND, AgreementResponsePayload.class);
    boolean open = Said.areAllOpen(newest) && Said.areAllOpen(answers);
    var responses = responses(answers);
    var standing =
        newest.stream()
            .flatMap(Optional::stream)
            .filter(said -> said.says().isStanding())
            .map(said -> new Agreement(said, responses.getOrDefault(words(said), Map.of())))
            .toList();
    return StandingAgreements.of(standing, personId, read.isAll() && open);
  }

  private static Words words(Said<AgreementPayload> said) {
    return new Words(said.envelope().roomId(), said.envelope().seq());
  }

  /** What each has said of these words; of hers there is one alone. */
  private static Map<Words, Map<UUID, Response>> responses(
      List<Optional<Said<AgreementResponsePayload>>> answers) {
    return answers.stream()
        .flatMap(Optional::stream)
        .collect(
            groupingBy(
                answer -> new Words(answer.envelope().roomId(), answer.says().follows()),
                toMap(
                    answer -> answer.envelope().senderId(),
                    answer -> answer.says().response(),
                    (one, other) -> other)));
  }
}
