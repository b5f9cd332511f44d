package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.samsnakk.contracts.event.Topics;

/**
 * A key of the service that tells, which it alone has. It seals nothing itself: for each topic
 * another key is made from it (HMAC-SHA256 of the topic's name), and whoever hears the service
 * there has that one.
 */
final class TellerKey {
  private final String service;
  private final byte[] bytes;
  private final Map<String, EventKey> made = new ConcurrentHashMap<>();

  private TellerKey(String service, byte[] bytes) {
    this.service = service;
    this.bytes = bytes;
  }

  /**
   * The keys of a service as an operator writes them: base64, separated by commas, the one to seal
   * with first.
   *
   * @throws IllegalArgumentException if one of them is none, or shorter than 32 bytes
   */
  static List<TellerKey> parse(String service, String keys) {
    return EventKey.decode(service, keys).map(bytes -> new TellerKey(service, bytes)).toList();
  }

  /** What it seals with there. Of topics that there are not, whoever names them, none is kept. */
  EventKey on(String topic) {
    return Topics.ALL.contains(topic) ? made.computeIfAbsent(topic, this::make) : make(topic);
  }

  private EventKey make(String topic) {
    var hmac = EventKey.mac(bytes);
    return new EventKey(service, hmac.doFinal(topic.getBytes(UTF_8)));
  }
}
