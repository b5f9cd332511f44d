package no.samsnakk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.contracts.openapi.ForeignRoom;
import no.samsnakk.contracts.openapi.Operation;
import org.junit.jupiter.api.Test;

/**
 * What the gateway answers itself names no room, so it can tell nobody whether there is one (R1).
 * When an operation does, it needs the test that rooms, messaging and audit have. What it passes on
 * is tried through it by the journeys' test of this name.
 */
class ForeignRoomTest {
  @Test
  void R1_no_operation_names_a_room() {
    assertThat(Operation.of("gateway")).isNotEmpty();
    assertThat(ForeignRoom.operations("gateway")).isEmpty();
  }
}
