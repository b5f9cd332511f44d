package no.samsnakk.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * What all ids of one telling are made from. The same telling makes the same ids, however often it
 * is begun: rooms and messages are known by ids that their clients make, so that nothing of it can
 * happen twice (rule 2).
 *
 * @param at when it was first begun
 * @param seed sets this telling apart from every other
 */
record Beginning(Instant at, UUID seed) {
  private static final long VERSION_7 = 0x7000L;
  private static final long TWELVE_BITS = 0x0fffL;

  static Beginning now(Instant at) {
    return new Beginning(Instant.ofEpochMilli(at.toEpochMilli()), UUID.randomUUID());
  }

  /** The UUIDv7 of this thing in the story. */
  UUID id(String thing) {
    UUID hash = UUID.nameUUIDFromBytes((seed + " " + thing).getBytes(UTF_8));
    long time = at.toEpochMilli() << 16;
    return new UUID(
        time | VERSION_7 | (hash.getMostSignificantBits() & TWELVE_BITS),
        hash.getLeastSignificantBits());
  }
}
