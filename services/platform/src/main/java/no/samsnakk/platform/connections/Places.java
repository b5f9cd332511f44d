package no.samsnakk.platform.connections;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
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

  private record Bound(Place place, int most) {}

  /** Takes a place for a connection; {@link #leave} gives back one that was taken. */
  boolean take(SocketAddress port, SocketAddress peer) {
    var bounds = bounds(port, peer);
    for (int i = 0; i < bounds.size(); i++) {
      if (!take(bounds.get(i).place, bounds.get(i).most)) {
        bounds.subList(0, i).forEach(bound -> leave(bound.place));
        return false;
      }
    }
    return true;
  }

  void leave(SocketAddress port, SocketAddress peer) {
    bounds(port, peer).forEach(bound -> leave(bound.place));
  }

  /** All that have to have room for it. */
  private List<Bound> bounds(SocketAddress port, SocketAddress peer) {
    var bounds = new ArrayList<Bound>();
    var sender = sender(peer);
    if (sender != null) {
      bounds.add(new Bound(new Place(port, sender.address()), config.perAddress()));
      if (sender.network() != null) {
        int most = config.perAddress() * Sender.ADDRESSES_OF_A_NETWORK;
        bounds.add(new Bound(new Place(port, sender.network()), most));
      }
    }
    bounds.add(new Bound(new Place(port, null), config.most()));
    return bounds;
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

  private @Nullable Sender sender(SocketAddress peer) {
    return config.perAddress() > 0
            && peer instanceof InetSocketAddress known
            && known.getAddress() instanceof InetAddress address
            && !proxies.trusts(address)
        ? Sender.of(address)
        : null;
  }
}
