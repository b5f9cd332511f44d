package no.samsnakk.messaging.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/**
 * Beside Are's room with Vera there is one in which Sara and Kari are too, and each is told in one
 * list what stands in all of hers.
 */
public abstract class TwoRooms extends RoomOfAre {
  private final String list;

  protected Person sara;
  protected Person kari;
  protected UUID shared;

  /**
   * @param list the path of the list
   */
  protected TwoRooms(String list) {
    this.list = list;
  }

  @BeforeEach
  void theyShareARoom() {
    sara = story.person();
    kari = story.person();
    shared = story.room(are, vera, sara, kari);
  }

  protected final ValidatableResponse answer(Person who) {
    return who.asks().get(list).then().statusCode(200);
  }

  protected final List<Map<String, Object>> standing(Person who) {
    return answer(who).extract().path("items");
  }

  protected final boolean areAll(Person who) {
    return answer(who).extract().path("whole");
  }

  /** The only one. */
  protected final Map<String, Object> one(Person who) {
    var standing = standing(who);
    assertThat(standing).hasSize(1);
    return standing.getFirst();
  }

  /** How the one stands that began there. */
  protected final Map<String, Object> one(Person who, UUID in, long about) {
    return standing(who).stream()
        .filter(it -> it.get("roomId").equals(in.toString()))
        .filter(it -> ((Number) it.get("about")).longValue() == about)
        .findFirst()
        .orElseThrow();
  }

  protected static List<String> ids(Person... people) {
    return Stream.of(people).map(Person::personId).map(UUID::toString).toList();
  }

  /** An entry of Are's room opens no more. */
  protected final void damage(long seq) {
    Database.run(
        "update messaging.entry set ciphertext = decode('00', 'hex') where room_id = ? and seq = ?",
        room,
        seq);
  }

  /** What Are's room begins with was said so often and so long ago; none of that opens. */
  protected final void wasSaidBefore(int times, String ago) {
    Database.run(
        """
        insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, organisation_id,
          class, kind, format, ciphertext, sent_at, access_epoch, about, standing)
        select room_id, seq + n, gen_random_uuid(), gen_random_uuid(), sender_id,
          organisation_id, class, kind, format, ciphertext, sent_at - ?::interval,
          access_epoch, about + n, standing
        from messaging.entry, generate_series(1, ?) n where room_id = ? and seq = 1
        on conflict do nothing""",
        ago,
        times,
        room);
  }
}
