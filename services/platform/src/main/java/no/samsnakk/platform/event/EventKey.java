package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One of the keys that a service seals with on one topic. Whoever hears the service there has it
 * too, and can check with it nothing that the service tells anywhere else.
 */
final class EventKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES_MIN = 32;
  private static final byte[] PURPOSE = "samsnakk event seal 1".getBytes(UTF_8);
  private static final byte[] NAMING = "samsnakk event key id".getBytes(UTF_8);

  private final String service;
  private final ThreadLocal<Mac> macs;

  /** Tells it from the others of its service; made from the key, and does not give it away. */
  private final String id;

  EventKey(String service, byte[] bytes) {
    this.service = service;
    this.macs = ThreadLocal.withInitial(() -> mac(bytes));
    this.id = HexFormat.of().formatHex(Arrays.copyOf(mac(bytes).doFinal(NAMING), 4));
  }

  /**
   * The keys of a service on a topic as whoever hears it there is given them: base64, separated by
   * commas.
   *
   * @throws IllegalArgumentException if one of them is none, or shorter than 32 bytes
   */
  static List<EventKey> parse(String service, String keys) {
    return decode(service, keys).map(bytes -> new EventKey(service, bytes)).toList();
  }

  /** What stands in such a list. */
  static Stream<byte[]> decode(String service, String keys) {
    return Stream.of(keys.split(",", -1)).map(key -> checked(service, key.strip()));
  }

  private static byte[] checked(String service, String base64) {
    byte[] bytes = bytes(service, base64);
    if (bytes.length < BYTES_MIN) {
      throw new IllegalArgumentException("An event key of %s is too short".formatted(service));
    }
    return bytes;
  }

  private static byte[] bytes(String service, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Its own message would quote what it has found in the key.
      throw new IllegalArgumentException("An event key of %s is no base64".formatted(service));
    }
  }

  static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Seal seal(Sealed event) {
    return new Seal(service, id, macOver(event));
  }

  /** Whether this key made the seal, over this very event. */
  boolean made(Seal seal, Sealed event) {
    return seal.service().equals(service)
        && seal.keyId().equals(id)
        && MessageDigest.isEqual(macOver(event), seal.mac());
  }

  /** Each part with its length, so that none runs into another. */
  private byte[] macOver(Sealed event) {
    var mac = macs.get();
    mac.update(PURPOSE);
    update(mac, service.getBytes(UTF_8));
    update(mac, event.topic().getBytes(UTF_8));
    update(mac, utf8(event.key()));
    update(mac, event.eventId());
    update(mac, utf8(event.value()));
    return mac.doFinal();
  }

  private static byte @Nullable [] utf8(@Nullable String text) {
    return text == null ? null : text.getBytes(UTF_8);
  }

  private static void update(Mac mac, byte @Nullable [] part) {
    mac.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).flip());
    if (part != null) {
      mac.update(part);
    }
  }
}
