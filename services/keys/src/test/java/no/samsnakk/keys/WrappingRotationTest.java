package no.samsnakk.keys;

import static no.samsnakk.keys.Instances.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What wraps the rooms' keys is changed at one instance while others run. */
class WrappingRotationTest {
  private static final String IN_A_TRANSACTION =
      "select count(*) from pg_stat_activity"
          + " where usename = 'samsnakk_messaging' and state like '%in transaction%'";

  @TempDir Path folder;
  private Instances instances;

  @BeforeEach
  void begin() {
    instances = new Instances(folder);
  }

  @AfterEach
  void end() {
    instances.close();
  }

  @Test
  void R2_two_who_turn_at_once_lose_no_key() {
    var first = instances.one(KeyService.NONE);
    var room = instances.room(first);
    var other = instances.room(first);
    var meeting = new Meeting();
    var one = instances.one(meeting);
    var two = instances.one(meeting);

    var turned = Future.join(one.wrapping().turn(), two.wrapping().turn());

    assertThat(join(turned.map(true).otherwise(false))).as("both").isTrue();
    var fresh = instances.one(KeyService.NONE);
    assertThat(join(fresh.reads(room)).open()).containsKey(room);
    assertThat(join(fresh.reads(other)).open()).containsKey(other);
    assertThat(instances.asks("select count(*) from messaging.wrapping_key")).isEqualTo(3);
    join(fresh.wrapping().dropOld());
    assertThat(join(instances.one(KeyService.NONE).reads(room)).open()).containsKey(room);
  }

  /** Whoever writes the file first waits for another who has read it before, for a while. */
  private static final class Meeting extends Through {
    private final CountDownLatch both = new CountDownLatch(2);

    @Override
    public byte[] encrypt(byte[] keys) {
      both.countDown();
      try {
        if (both.await(2, TimeUnit.SECONDS)) {
          return keys;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      both.countDown();
      return keys;
    }
  }

  /** A key service that keeps nothing secret. */
  private static class Through implements KeyService {
    @Override
    public byte[] encrypt(byte[] keys) throws GeneralSecurityException {
      return keys;
    }

    @Override
    public byte[] decrypt(byte[] file) {
      return file;
    }
  }

  @Test
  void a_turn_that_failed_keeps_nobody_from_the_next() {
    var first = instances.one(KeyService.NONE);
    var room = instances.room(first);
    var away = new AtomicBoolean(true);
    var sometimes =
        instances.one(
            new Through() {
              @Override
              public byte[] encrypt(byte[] keys) throws GeneralSecurityException {
                if (away.get()) {
                  throw new KeyServiceAway("sealed", null);
                }
                return keys;
              }
            });

    assertThatThrownBy(() -> join(sometimes.wrapping().turn()))
        .hasCauseInstanceOf(KeyServiceAway.class);
    assertThat(join(first.wrapping().turn())).isEqualTo(1);
    away.set(false);
    assertThat(join(sometimes.wrapping().turn())).isEqualTo(1);

    assertThat(join(first.reads(room)).open()).containsKey(room);
  }

  @Test
  void R12_no_transaction_and_no_event_loop_waits_for_the_key_service() {
    var first = instances.one(KeyService.NONE);
    var room = instances.room(first);
    var asked = new Asked();
    var other = instances.one(asked);
    asked.places.clear();
    join(first.wrapping().turn());

    var read = join(instances.onAnEventLoop(() -> other.reads(room)));

    assertThat(read.open()).containsKey(room);
    join(instances.onAnEventLoop(() -> other.wrapping().turn()));
    join(instances.onAnEventLoop(() -> other.wrapping().dropOld()));
    assertThat(asked.places).containsExactly("apart");
  }

  /** Sees from where it is asked, and what the database does meanwhile. */
  private final class Asked extends Through {
    final Set<String> places = ConcurrentHashMap.newKeySet();

    @Override
    public byte[] encrypt(byte[] keys) throws GeneralSecurityException {
      look();
      return super.encrypt(keys);
    }

    @Override
    public byte[] decrypt(byte[] file) {
      look();
      return super.decrypt(file);
    }

    private void look() {
      boolean within = instances.asks(IN_A_TRANSACTION) > 0;
      places.add(
          Context.isOnEventLoopThread()
              ? "on an event loop"
              : within ? "in a transaction" : "apart");
    }
  }

  @Test
  void what_no_key_opens_is_locked_and_the_others_are_not() {
    var first = instances.one(KeyService.NONE);
    var room = instances.room(first);
    var damaged = instances.room(first);
    instances.asks(
        """
        with spoilt as (
          update messaging.room_key set keyset = '\\x00' where room_id = '%s' returning 1)
        select count(*) from spoilt"""
            .formatted(damaged));
    var other = instances.one(KeyService.NONE);

    var read = join(other.reads(room, damaged));

    assertThat(read.locked()).containsExactly(damaged);
    assertThat(read.open()).containsOnlyKeys(room);
  }
}
