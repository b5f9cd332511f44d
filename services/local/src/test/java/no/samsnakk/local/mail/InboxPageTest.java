package no.samsnakk.local.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxPageTest {
  private static final String ATTACK = "<script>alert(1)</script>\"'&";

  @Test
  void whatCameByMailIsShownAsText_neverAsHtml() {
    Letter letter = new Letter("1-000", Instant.EPOCH, ATTACK, ATTACK, ATTACK, ATTACK);
    for (String page : List.of(InboxPage.letter(letter), InboxPage.list(List.of(letter)))) {
      assertFalse(page.contains("<script"), page);
      assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"), page);
    }
  }

  @Test
  void anAddressInTheTextCanBeFollowed_withoutTheStopAfterIt() {
    String text = "Åpne http://localhost:8080/rom?a=1&b=2.";
    Letter letter = new Letter("1-000", Instant.EPOCH, "", "", "", text);

    assertTrue(InboxPage.letter(letter).contains("href=\"http://localhost:8080/rom?a=1&amp;b=2\""));
  }

  @Test
  void anAddressCannotBreakOutOfItsLink() {
    String text = "http://x/\"onmouseover=alert(1) javascript:alert(1)";
    Letter letter = new Letter("1-000", Instant.EPOCH, "", "", "", text);

    String page = InboxPage.letter(letter);

    assertFalse(page.contains("\"onmouseover"), page);
    assertFalse(page.contains("href=\"javascript"), page);
  }

  @Test
  void anEmptyInboxSaysSo() {
    assertTrue(InboxPage.list(List.of()).contains("Ingen e-post ennå"));
  }
}
