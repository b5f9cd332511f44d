package no.samsnakk.e2e.conversation;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;

/**
 * What one saw while scrolling back with the wheel.
 *
 * @param seen the numbers of the messages "Melding n.", each once, in the order in which they came
 * @param mostRows how many messages were in the page at a time, at most
 * @param backwards how far what was on the screen ever moved against the wheel, in pixels
 */
public record Scrolling(List<Integer> seen, int mostRows, double backwards) {
  private static final double STEP_PX = 400;
  private static final int STEPS_AT_MOST = 5_000;

  /** Looks at every frame: which messages are there, and where one that was there before is now. */
  private static final String WATCH =
      """
      (talk) => {
        const told = (talk.told = { seen: [], mostRows: 0, backwards: 0 });
        const known = new Set();
        let watched;
        const look = () => {
          if (!talk.isConnected) return;
          const rows = [...talk.querySelectorAll('li')].filter((it) => /Melding/.test(it.textContent));
          told.mostRows = Math.max(told.mostRows, rows.length);
          for (const row of rows.toReversed()) {
            const number = Number(/Melding (\\d+)\\./.exec(row.textContent)[1]);
            if (!known.has(number)) told.seen.push(number);
            known.add(number);
          }
          if (watched?.row.isConnected) {
            const moved = watched.row.getBoundingClientRect().top - watched.top;
            told.backwards = Math.max(told.backwards, -moved);
          }
          const top = talk.getBoundingClientRect().top;
          const row = rows.find((it) => it.getBoundingClientRect().top > top);
          watched = row && { row, top: row.getBoundingClientRect().top };
          requestAnimationFrame(look);
        };
        look();
      }
      """;

  private static final String AT_THE_BEGINNING =
      """
      (talk) => new Promise(requestAnimationFrame).then(
        () => talk.scrollTop < 1 && talk.textContent.includes('Her begynner samtalen'))
      """;

  static Scrolling back(Locator talk) {
    talk.hover();
    talk.evaluate(WATCH);
    for (int step = 0; step < STEPS_AT_MOST && !isAtTheBeginning(talk); step++) {
      talk.page().mouse().wheel(0, -STEP_PX);
    }
    return told((Map<?, ?>) talk.evaluate("(talk) => talk.told"));
  }

  private static boolean isAtTheBeginning(Locator talk) {
    return (Boolean) talk.evaluate(AT_THE_BEGINNING);
  }

  private static Scrolling told(Map<?, ?> told) {
    return new Scrolling(
        ((List<?>) told.get("seen")).stream().map(it -> ((Number) it).intValue()).toList(),
        ((Number) told.get("mostRows")).intValue(),
        ((Number) told.get("backwards")).doubleValue());
  }
}
