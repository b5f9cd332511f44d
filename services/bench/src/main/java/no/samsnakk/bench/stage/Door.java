package no.samsnakk.bench.stage;

/** Where sockets are let in, and by what. */
public record Door(int port, String origin, String ticketKey) {
  /** Never the key. */
  @Override
  public String toString() {
    return "Door[port=" + port + "]";
  }
}
