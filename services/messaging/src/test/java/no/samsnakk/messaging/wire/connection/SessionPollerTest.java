package no.samsnakk.messaging.wire.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a wait on a busy machine cannot show; that it ends sockets is in {@code SocketTest}. */
class SessionPollerTest {
  @Test
  void within_five_seconds_it_has_asked_twice() {
    assertThat(SessionPoller.EVERY.multipliedBy(2)).isLessThan(Duration.ofSeconds(5));
  }
}
