package no.samsnakk.platform.connections;

import java.net.InetAddress;

/** The addresses that begin with the same bits. */
record Network(InetAddress first, int bits) {
  /**
   * Reads an address or a network as it is usually written.
   *
   * @throws IllegalArgumentException if it is neither; names are not looked up
   */
  static Network of(String written) {
    int slash = written.indexOf('/');
    var address = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
    int longest = address.getAddress().length * 8;
    int bits = slash < 0 ? longest : Integer.parseInt(written.substring(slash + 1));
    if (bits < 0 || bits > longest) {
      throw new IllegalArgumentException("Not a network: " + written);
    }
    return new Network(address, bits);
  }

  boolean holds(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] other = address.getAddress();
    if (ours.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (((ours[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }
}
