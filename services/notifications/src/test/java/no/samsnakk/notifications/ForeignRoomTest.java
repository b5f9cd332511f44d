package no.samsnakk.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import org.junit.jupiter.api.Test;

/**
 * Nothing that can be asked here names a room, so it can tell nobody whether there is one (R1).
 * When an operation does, it needs the test that rooms, messaging and audit have.
 */
class ForeignRoomTest {
  @Test
  void R1_no_operation_names_a_room() {
    assertThat(Operation.of("notifications")).isNotEmpty();
    assertThat(ForeignRoom.operations("notifications")).isEmpty();
  }
}
