package no.samsnakk.messaging.reading.question;

import static no.samsnakk.contracts.entry.QuestionPayload.State.ANSWERED;
import static no.samsnakk.contracts.entry.QuestionPayload.State.OPEN;
import static no.samsnakk.contracts.entry.QuestionPayload.State.PROMISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.QuestionPayload.State;
import org.junit.jupiter.api.Test;

/** Which of the questions that stand are answered, and whether these are all. */
class StandingQuestionsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  private final UUID vera = UUID.randomUUID();
  private final UUID kari = UUID.randomUUID();
  private final UUID are = UUID.randomUUID();
  private final UUID room = UUID.randomUUID();

  private Optional<StandingQuestion> at(long seq, State state, UUID asker, UUID addressee) {
    return Optional.of(
        new StandingQuestion(
            room, seq, seq, state, asker, addressee, null, null, false, NOW.plusSeconds(seq)));
  }

  private Stream<Optional<StandingQuestion>> ofOthers(int count) {
    return LongStream.range(0, count).mapToObj(seq -> at(seq, OPEN, kari, are));
  }

  @Test
  void of_more_than_are_answered_hers_are_there_and_those_that_have_waited_longest() {
    var toHer = at(5_000, OPEN, kari, vera);
    var herOwn = at(5_001, PROMISED, vera, kari);
    var all = Stream.concat(ofOthers(1_000), Stream.of(toHer, herOwn)).toList();

    var answer = StandingQuestions.of(all, vera, true);

    assertThat(answer.whole()).isFalse();
    assertThat(answer.items()).hasSize(1_000).endsWith(toHer.get(), herOwn.get());
    assertThat(answer.items()).extracting(StandingQuestion::seq).startsWith(0L, 1L, 2L).isSorted();
  }

  @Test
  void as_many_as_are_answered_are_all() {
    var answer = StandingQuestions.of(ofOthers(1_000).toList(), vera, true);

    assertThat(answer.items()).hasSize(1_000);
    assertThat(answer.whole()).isTrue();
  }

  @Test
  void what_is_settled_is_not_answered_and_lacks_nowhere() {
    var answer = StandingQuestions.of(List.of(at(1, ANSWERED, kari, vera)), vera, true);

    assertThat(answer.items()).isEmpty();
    assertThat(answer.whole()).isTrue();
  }

  @Test
  void these_are_not_all_where_one_does_not_open_or_was_not_looked_at() {
    var one = at(1, OPEN, kari, vera);

    assertThat(StandingQuestions.of(List.of(one, Optional.empty()), vera, true).whole()).isFalse();
    assertThat(StandingQuestions.of(List.of(one), vera, false).whole()).isFalse();
    assertThat(StandingQuestions.of(List.of(), vera, true).whole()).isTrue();
  }
}
