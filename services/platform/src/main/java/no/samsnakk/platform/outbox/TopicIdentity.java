package no.samsnakk.platform.outbox;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Finds out whether the topics are still those that were sent to. Kafka that has lost its data
 * answers as well as ever, with empty topics of the same names; only their ids tell.
 *
 * <p>Belongs to one term of one leader. Asked before anything is sent in it, and every few seconds
 * afterwards: a Kafka that went and came back while there was nothing to send was not missed by
 * anybody.
 */
final class TopicIdentity {
  private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

  private final String schema;
  private final OutboxTable table;
  private final KafkaTopics kafka;
  private final Map<String, String> known;
  private final Set<String> confirmed = new HashSet<>();
  private long askedAt = System.nanoTime() - ASK_AGAIN_NANOS;

  TopicIdentity(String schema, OutboxTable table, KafkaTopics kafka)
      throws InterruptedException, ExecutionException, TimeoutException {
    this.schema = schema;
    this.table = table;
    this.kafka = kafka;
    this.known = new HashMap<>(table.topics());
  }

  /**
   * Looks at these topics, and at all that were ever sent to, unless that was done just now.
   *
   * @return whether all are what they were; if not, what was kept of them stands to be sent again
   */
  boolean holds(Set<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (confirmed.containsAll(topics) && System.nanoTime() - askedAt < ASK_AGAIN_NANOS) {
      return true;
    }
    Set<String> all = new HashSet<>(known.keySet());
    all.addAll(topics);
    boolean same = true;
    for (var found : kafka.idsOf(all).entrySet()) {
      same &= isSame(found.getKey(), found.getValue());
    }
    askedAt = System.nanoTime();
    return same;
  }

  private boolean isSame(String topic, String id)
      throws InterruptedException, ExecutionException, TimeoutException {
    var before = known.put(topic, id);
    confirmed.add(topic);
    if (before == null) {
      table.remember(topic, id);
    } else if (!before.equals(id)) {
      LOG.topicLost(topic, schema);
      table.putBack(topic, id);
      return false;
    }
    return true;
  }
}
