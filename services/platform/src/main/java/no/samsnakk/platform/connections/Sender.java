package no.samsnakk.platform.connections;

import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whom a bound counts as one.
 *
 * @param address an IPv4 address, or the first half of one of IPv6 (a /64), which is what one
 *     subscriber usually has
 * @param network of IPv6 the /48, which somebody may have who has 65,536 of those; nothing for IPv4
 */
public record Sender(String address, @Nullable String network) {
  /** A network may do what so many of its addresses may, however many it has. */
  public static final int ADDRESSES_OF_A_NETWORK = 4;

  private static final int IPV4 = 4;
  private static final int HALF_OF_IPV6 = 8;
  private static final int NETWORK_OF_IPV6 = 6;

  static Sender of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == IPV4
        ? new Sender(hex(bytes, IPV4), null)
        : new Sender(hex(bytes, HALF_OF_IPV6), hex(bytes, NETWORK_OF_IPV6));
  }

  private static String hex(byte[] bytes, int length) {
    return HexFormat.of().formatHex(bytes, 0, length);
  }
}
