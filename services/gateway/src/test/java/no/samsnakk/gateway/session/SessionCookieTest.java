package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The one thing that a browser holds. */
class SessionCookieTest {
  private static final BrowserSecret SECRET = BrowserSecret.random();

  @Test
  void R10_the_cookie_is_for_us_alone_and_for_no_script() {
    for (var cookie :
        new String[] {
          SessionCookie.set(SECRET, Duration.ofHours(10)), SessionCookie.cleared(),
        }) {
      assertThat(Arrays.stream(cookie.split("; ", -1)))
          .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax")
          .anyMatch(part -> part.startsWith("__Host-samsnakk="))
          .noneMatch(part -> part.startsWith("Domain"));
    }
  }
}
