package no.samsnakk.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.e2e.browser.Inspection;
import no.samsnakk.e2e.stage.Journey;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all journeys that come to new screens. */
@Journey
@Order(90)
class EveryScreenTest {
  private final Inspection inspection;

  EveryScreenTest(Inspection inspection) {
    this.inspection = inspection;
  }

  @Test
  void wasInspectedByAxe() {
    assertThat(inspection.overlooked()).isEmpty();
    assertThat(inspection.inspected())
        .contains(
            "/",
            "/rooms/new",
            "/rooms/:id",
            "/rooms/:id/participants",
            "/rooms/:id/consent",
            "/rooms/:id/approvals",
            "/rooms/:id/seen",
            "/audit",
            "/address",
            "/help",
            "/blocks",
            "/iphone",
            "/news",
            "/next",
            "/sessions",
            "/sign-out");
  }

  @Test
  void soWasWhatLiesOverThem() {
    assertThat(inspection.hasSeen("staying")).isTrue();
  }
}
