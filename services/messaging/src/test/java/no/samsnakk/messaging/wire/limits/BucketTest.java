package no.samsnakk.messaging.wire.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest {
  @Test
  void so_many_at_once_and_then_as_many_as_time_gives_back() {
    var bucket = new Bucket(60, 0);
    for (int i = 0; i < 60; i++) {
      assertThat(bucket.take(0)).isTrue();
    }

    assertThat(bucket.take(0)).isFalse();
    assertThat(bucket.take(999)).isFalse();
    assertThat(bucket.take(1_998)).isTrue();
    assertThat(bucket.take(1_998)).isFalse();
  }
}
