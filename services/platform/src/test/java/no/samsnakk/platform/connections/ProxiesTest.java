package no.samsnakk.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private static final String STRANGER = "203.0.113.7";

  private final Proxies proxies = new Proxies(PlacesTest.config(1, 1));

  @Test
  void a_stranger_is_himself_whatever_he_says() {
    assertThat(sender(STRANGER)).isEqualTo(counted(STRANGER));
    assertThat(sender(STRANGER, "198.51.100.1")).isEqualTo(counted(STRANGER));
  }

  @Test
  void behind_an_ingress_he_is_what_the_ingress_has_seen_and_not_what_he_wrote_before() {
    assertThat(sender("10.0.0.1", STRANGER)).isEqualTo(counted(STRANGER));
    assertThat(sender("10.0.0.1", "198.51.100.1, " + STRANGER)).isEqualTo(counted(STRANGER));
    assertThat(sender("10.0.0.1", "198.51.100.1", STRANGER)).isEqualTo(counted(STRANGER));
    assertThat(sender("10.0.0.1", STRANGER + ", 10.9.9.9")).isEqualTo(counted(STRANGER));
    assertThat(sender("2001:db8:ffff::1", "2001:db8::7")).isEqualTo(counted("2001:db8::8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "evil.example", "203.0.113.7:80", "999.1.1.1", "_hidden"})
  void what_is_no_address_is_nobody_and_is_not_looked_up(String forwarded) {
    assertThat(sender("10.0.0.1", STRANGER + "," + forwarded)).isEmpty();
  }

  @Test
  void this_machine_is_nobody_in_particular() {
    assertThat(sender("127.0.0.1")).isEmpty();
    assertThat(sender("::1")).isEmpty();
    assertThat(sender("10.0.0.1")).isEmpty();
  }

  @Test
  void half_an_address_of_IPv6_is_one_and_its_first_48_bits_a_network() {
    assertThat(counted("2001:db8:1:2::1")).isEqualTo(counted("2001:db8:1:2:ffff::9"));
    assertThat(Sender.of(InetAddress.ofLiteral("2001:db8:1:2::1")))
        .isEqualTo(new Sender("20010db800010002", "20010db80001"));
    assertThat(counted("::ffff:203.0.113.7")).isEqualTo(counted(STRANGER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "proxy.example", "10.0.0.0/x", ""})
  void a_network_that_is_none_keeps_the_service_from_starting(String written) {
    assertThatThrownBy(() -> Network.of(written)).isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<Sender> sender(String peer, String... forwarded) {
    return proxies.sender(InetAddress.ofLiteral(peer), Arrays.asList(forwarded));
  }

  private static Optional<Sender> counted(String address) {
    return Optional.of(Sender.of(InetAddress.ofLiteral(address)));
  }
}
