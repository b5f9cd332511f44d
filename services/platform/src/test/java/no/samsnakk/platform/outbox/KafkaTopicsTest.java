package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is no Kafka where it asks. */
class KafkaTopicsTest {
  private final ConcurrentLinkedQueue<Admin> made = new ConcurrentLinkedQueue<>();
  private final KafkaTopics topics =
      new KafkaTopics(
          new KafkaClients(Map.of("bootstrap.servers", "localhost:1")) {
            @Override
            public Admin admin(Map<String, Object> settings) {
              var admin = super.admin(settings);
              made.add(admin);
              return admin;
            }
          });

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void a_client_whose_thread_has_died_is_made_anew() throws Exception {
    var first = made.element();
    dies(first);

    await()
        .untilAsserted(
            () -> {
              ask();
              assertThat(made).hasSizeGreaterThan(1);
            });
  }

  @Test
  void one_that_has_waited_for_Kafka_in_vain_goes_on() {
    ask();

    assertThat(made).hasSize(1);
  }

  private void ask() {
    assertThatThrownBy(() -> topics.idsOf(List.of(Topics.ROOMS)))
        .isInstanceOf(ExecutionException.class);
  }

  /** As after an error that nothing of it has caught. */
  private static void dies(Admin client) throws Exception {
    field(client, "timeoutProcessorFactory").set(client, null);
    await().until(() -> !((Thread) field(client, "thread").get(client)).isAlive());
  }

  private static java.lang.reflect.Field field(Object of, String name) throws Exception {
    var field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
