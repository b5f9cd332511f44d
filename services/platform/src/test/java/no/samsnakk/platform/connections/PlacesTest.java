package no.samsnakk.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final InetSocketAddress PORT = peer("127.0.0.1");

  private final ConnectionConfig config = config(200, 40);
  private final Places places = new Places(config, new Proxies(config));

  @Test
  void hundreds_who_come_at_once_from_one_address_get_no_more_than_it_has() throws Exception {
    assertThat(taken(400, i -> "203.0.113.7")).isEqualTo(40);
  }

  @Test
  void a_whole_network_of_IPv6_is_one_address() throws Exception {
    assertThat(taken(400, i -> "2001:db8:1:2::" + Integer.toHexString(i + 1))).isEqualTo(40);
    assertThat(taken(10, i -> "2001:db8:1:3::" + Integer.toHexString(i + 1))).isEqualTo(10);
  }

  @Test
  void a_network_with_thousands_of_those_has_what_four_of_them_have() throws Exception {
    assertThat(taken(190, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1")).isEqualTo(160);
    assertThat(places.take(PORT, peer("2001:db8:2::1"))).as("another network").isTrue();

    places.leave(PORT, peer("2001:db8:1:9::1"));

    assertThat(taken(5, i -> "2001:db8:1:" + Integer.toHexString(i) + "::2")).isEqualTo(1);
  }

  @Test
  void hundreds_who_come_at_once_from_everywhere_get_no_more_than_there_are() throws Exception {
    assertThat(taken(800, i -> "203.0." + i / 200 + "." + i % 200)).isEqualTo(200);
    assertThat(places.take(peer("127.0.0.2"), peer("203.0.113.7"))).as("another port").isTrue();
  }

  @Test
  void those_behind_an_ingress_are_not_counted_as_one() throws Exception {
    assertThat(taken(150, i -> "10.1.2.3")).isEqualTo(150);
    assertThat(taken(150, i -> "127.0.0.1")).isEqualTo(50);
  }

  @Test
  void who_leaves_makes_room_for_one() throws Exception {
    taken(400, i -> "203.0.113.7");

    places.leave(PORT, peer("203.0.113.7"));

    assertThat(taken(5, i -> "203.0.113.7")).isEqualTo(1);
  }

  @Test
  void who_was_refused_for_all_has_taken_none_of_his_own() throws Exception {
    taken(400, i -> "203.0." + i / 200 + "." + i % 200);
    assertThat(places.take(PORT, peer("198.51.100.1"))).isFalse();

    IntStream.range(0, 100).forEach(i -> places.leave(PORT, peer("203.0.0." + i)));

    assertThat(taken(60, i -> "198.51.100.1")).isEqualTo(40);
  }

  private long taken(int coming, java.util.function.IntFunction<String> from) throws Exception {
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> all =
          IntStream.range(0, coming)
              .<Callable<Boolean>>mapToObj(i -> () -> places.take(PORT, peer(from.apply(i))))
              .toList();
      return threads.invokeAll(all).stream().filter(PlacesTest::got).count();
    }
  }

  private static boolean got(Future<Boolean> future) {
    return future.resultNow();
  }

  private static InetSocketAddress peer(String address) {
    return new InetSocketAddress(address, 50_000);
  }

  static ConnectionConfig config(int most, int perAddress) {
    return new ConnectionConfig() {
      @Override
      public int most() {
        return most;
      }

      @Override
      public int perAddress() {
        return perAddress;
      }

      @Override
      public Duration header() {
        return Duration.ofSeconds(10);
      }

      @Override
      public Duration body() {
        return Duration.ofSeconds(30);
      }

      @Override
      public Duration idle() {
        return Duration.ofSeconds(75);
      }

      @Override
      public Optional<List<String>> trustedProxies() {
        return Optional.of(List.of("10.0.0.0/8", "2001:db8:ffff::/48"));
      }
    };
  }
}
