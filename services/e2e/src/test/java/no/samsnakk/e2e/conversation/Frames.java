package no.samsnakk.e2e.conversation;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;

/**
 * The pictures that a phone drew while one scrolled, by the time between one and the next.
 *
 * @param intervals in milliseconds, from the shortest to the longest; 16.7 is as often as it can
 * @param blank how many pictures had an empty place where messages belong
 */
public record Frames(List<Double> intervals, int blank) {
  /** Some two screens a second. */
  private static final int PX_PER_SECOND = 1_600;

  private static final String COUNT =
      """
      (talk) => {
        const counted = (talk.counted = { at: [], blank: 0, on: true });
        const top = (it) => it.getBoundingClientRect().top;
        const count = (now) => {
          counted.at.push(now);
          const row = talk.querySelector('li');
          if (top(row.parentElement) < top(talk) && top(row) > top(talk)) counted.blank++;
          if (counted.on) requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      }
      """;

  private static final String PLAIN =
      """
      <!doctype html>
      <style>
        section { position: fixed; inset: 0; overflow-y: auto; }
        li { padding: 8px; }
      </style>
      <section><ol></ol></section>
      """;

  private static final String FILL =
      """
      (talk, lines) => {
        for (let it = 1; it <= lines; it++) {
          const line = document.createElement('li');
          line.textContent = `Melding ${it}.`;
          talk.firstElementChild.append(line);
        }
        talk.scrollTop = talk.scrollHeight;
      }
      """;

  private static final String COUNTED =
      """
      (talk) => {
        const { at, blank } = talk.counted;
        talk.counted.on = false;
        return { blank, intervals: at.slice(1).map((now, it) => now - at[it]) };
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
    Frames frames = counted((Map<?, ?>) talk.evaluate(COUNTED));
    slowDown(chromium, 1);
    chromium.detach();
    return frames;
  }

  /**
   * Scrolls a page with as many lines of plain text: what the browser and the machine alone cost.
   */
  static Frames whileScrollingPlainText(Page page, int lines, int pixels, int slowdown) {
    page.setContent(PLAIN);
    Locator talk = page.locator("section");
    talk.evaluate(FILL, lines);
    return whileScrollingBack(talk, pixels, slowdown);
  }

  /** The interval that this share of all does not exceed, in milliseconds. */
  public double quantile(double share) {
    return intervals.get((int) Math.ceil(share * intervals.size()) - 1);
  }

  private static Frames counted(Map<?, ?> counted) {
    List<?> intervals = (List<?>) counted.get("intervals");
    return new Frames(
        intervals.stream().map(it -> ((Number) it).doubleValue()).sorted().toList(),
        ((Number) counted.get("blank")).intValue());
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
