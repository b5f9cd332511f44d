package no.samsnakk.notifications.wakeup;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One letter or one push, taken to be sent.
 *
 * @param deliveryId the same for every attempt
 * @param roomId whose proposal's letter it is; none for what goes by the person's own channels
 * @param formerEmail to where it goes if it says that the person's letters no longer do; else none
 * @param isRequest whether something waits for an answer
 * @param wakeupIds what it tells of
 * @param hasReason whether any of that is still to be told, or was not read since
 * @param attempt 1 for the first
 */
public record Delivery(
    UUID deliveryId,
    UUID personId,
    @Nullable UUID subscriptionId,
    @Nullable UUID roomId,
    @Nullable String formerEmail,
    boolean isRequest,
    List<UUID> wakeupIds,
    boolean hasReason,
    int attempt) {

  /** By which way. */
  public enum Channel {
    EMAIL,
    PUSH
  }

  /** How it went, if it did not fail. */
  public enum Outcome {
    /** The mail server, or the push service, has taken it. */
    SENT,
    /** There is no address or browser any more, or nothing to tell there. */
    NOBODY_THERE
  }

  static Delivery of(Row row) {
    return new Delivery(
        row.getUUID("delivery_id"),
        row.getUUID("person_id"),
        row.getUUID("subscription_id"),
        row.getUUID("room_id"),
        row.getString("former_email"),
        row.getBoolean("is_request"),
        List.of(row.getArrayOfUUIDs("wakeup_ids")),
        row.getBoolean("has_reason"),
        row.getInteger("attempts"));
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "Delivery[" + deliveryId + "]";
  }
}
