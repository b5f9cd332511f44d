package no.samsnakk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.platform.connections.Sender;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final int PER_ADDRESS = 40;
  private static final int MOST = 300;

  private final MovedClock clock = MovedClock.standingAt(NOON);
  private final Attempts attempts = new Attempts(config(), clock);

  @Test
  void hundreds_at_once_from_one_address_are_no_more_than_it_may() throws Exception {
    assertThat(begun(400, i -> one("one"))).isEqualTo(PER_ADDRESS);
    assertThat(begun(1, i -> one("another"))).isEqualTo(1);
  }

  @Test
  void hundreds_at_once_from_everywhere_are_no_more_than_all_may() throws Exception {
    assertThat(begun(900, i -> one("address " + i))).isEqualTo(MOST);
    assertThat(begun(10, i -> Optional.empty())).isZero();
  }

  @Test
  void a_network_with_thousands_of_addresses_may_what_four_of_them_may() throws Exception {
    assertThat(begun(280, i -> Optional.of(new Sender("address " + i, "theirs"))))
        .isEqualTo(4 * PER_ADDRESS);
    assertThat(begun(1, i -> Optional.of(new Sender("elsewhere", "another")))).isEqualTo(1);
  }

  @Test
  void those_whose_address_is_not_known_share_what_there_is_for_all() throws Exception {
    assertThat(begun(900, i -> Optional.empty())).isEqualTo(MOST);
  }

  @Test
  void who_is_signed_in_may_prove_it_anew_although_strangers_have_used_up_all() throws Exception {
    begun(900, i -> Optional.empty());

    assertThat(attempts.known("hers")).isTrue();
    assertThat(IntStream.range(0, 100).filter(i -> attempts.known("hers")).count())
        .isEqualTo(PER_ADDRESS - 1L);
  }

  @Test
  void a_minute_later_they_may_again() throws Exception {
    begun(400, i -> one("one"));

    clock.pass(Duration.ofMinutes(1));

    assertThat(begun(1, i -> one("one"))).isEqualTo(1);
  }

  private static Optional<Sender> one(String address) {
    return Optional.of(new Sender(address, null));
  }

  private long begun(int coming, IntFunction<Optional<Sender>> from) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> all =
          IntStream.range(0, coming)
              .<Callable<Boolean>>mapToObj(i -> () -> attempts.stranger(from.apply(i)))
              .toList();
      return threads.invokeAll(all).stream().filter(Future::resultNow).count();
    }
  }

  private static SignInConfig config() {
    return new SignInConfig() {
      @Override
      public int perAddress() {
        return PER_ADDRESS;
      }

      @Override
      public int most() {
        return MOST;
      }
    };
  }
}
