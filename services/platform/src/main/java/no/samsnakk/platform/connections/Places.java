package no.samsnakk.platform.connections;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * How many connections there are, on each port and from each address. A place is taken before
 * anything is read, in one step, so that however many come at once no more than allowed get in.
 */
final class Places {
  private final ConcurrentMap<Place, Integer> taken = new ConcurrentHashMap<>();
  private final ConnectionConfig config;
  private final Proxies proxies;

  Places(ConnectionConfig config, Proxies proxies) {
    this.config = config;
    this.proxies = proxies;
  }

  /**
   * @param from nothing for all of them together
   */
  private record Place(SocketAddress port, @Nullable String from) {}

  /** Takes a place for a connection; {@link #leave} gives back one that was taken. */
  boolean take(SocketAddress port, SocketAddress peer) {
    var from = from(peer);
    if (from != null && !take(new Place(port, from), config.perAddress())) {
      return false;
    }
    if (take(new Place(port, null), config.most())) {
      return true;
    }
    if (from != null) {
      leave(new Place(port, from));
    }
    return false;
  }

  void leave(SocketAddress port, SocketAddress peer) {
    leave(new Place(port, null));
    var from = from(peer);
    if (from != null) {
      leave(new Place(port, from));
    }
  }

  private boolean take(Place place, int most) {
    boolean[] got = {false};
    taken.compute(
        place,
        (key, before) -> {
          int now = before == null ? 0 : before;
          got[0] = now < most;
          return got[0] ? Integer.valueOf(now + 1) : before;
        });
    return got[0];
  }

  private void leave(Place place) {
    taken.computeIfPresent(place, (key, now) -> now > 1 ? now - 1 : null);
  }

  private @Nullable String from(SocketAddress peer) {
    return config.perAddress() > 0
            && peer instanceof InetSocketAddress known
            && known.getAddress() instanceof InetAddress address
            && !proxies.trusts(address)
        ? Proxies.counted(address)
        : null;
  }
}
