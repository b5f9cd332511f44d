package no.samsnakk.e2e.conversation;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/**
 * The pictures that a phone drew while one scrolled, by the time between one and the next.
 *
 * @param intervals in milliseconds, from the shortest to the longest; 16.7 is as often as it can
 */
public record Frames(List<Double> intervals) {
  /** Some two screens a second. */
  private static final int PX_PER_SECOND = 1_600;

  private static final String COUNT =
      """
      (talk) => {
        const counted = (talk.counted = { at: [], on: true });
        const count = (now) => {
          counted.at.push(now);
          if (counted.on) requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      }
      """;

  private static final String COUNTED =
      """
      (talk) => {
        talk.counted.on = false;
        return talk.counted.at.slice(1).map((at, it) => at - talk.counted.at[it]);
      }
      """;

  /**
   * Scrolls back with the wheel.
   *
   * @param slowdown how many times slower than this machine the phone's processor is
   */
  static Frames whileScrollingBack(Locator talk, int pixels, int slowdown) {
    CDPSession chromium = talk.page().context().newCDPSession(talk.page());
    slowDown(chromium, slowdown);
    talk.evaluate(COUNT);
    chromium.send("Input.synthesizeScrollGesture", gesture(talk, pixels));
    List<?> intervals = (List<?>) talk.evaluate(COUNTED);
    slowDown(chromium, 1);
    chromium.detach();
    return new Frames(intervals.stream().map(it -> ((Number) it).doubleValue()).sorted().toList());
  }

  /** The interval that this share of all does not exceed, in milliseconds. */
  public double quantile(double share) {
    return intervals.get((int) Math.ceil(share * intervals.size()) - 1);
  }

  private static void slowDown(CDPSession chromium, int times) {
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", times);
    chromium.send("Emulation.setCPUThrottlingRate", rate);
  }

  private static JsonObject gesture(Locator talk, int pixels) {
    BoundingBox box = talk.boundingBox();
    JsonObject gesture = new JsonObject();
    gesture.addProperty("x", box.x + box.width / 2);
    gesture.addProperty("y", box.y + box.height / 2);
    gesture.addProperty("yDistance", pixels);
    gesture.addProperty("speed", PX_PER_SECOND);
    gesture.addProperty("gestureSourceType", "mouse");
    return gesture;
  }
}
