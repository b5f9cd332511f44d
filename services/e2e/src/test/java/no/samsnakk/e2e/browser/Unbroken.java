package no.samsnakk.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import no.samsnakk.contracts.Json;

/**
 * A window in which whatever people are called, and have typed, is one long word: what no line can
 * be broken in. Names are exchanged in what the server answers, one for each that there is.
 */
public final class Unbroken {
  public static final String WORD = "Nordlandsfjelltinderholmstrandvikmoengrønlidalsbakkeneslandet";

  private static final Set<String> TYPED =
      Set.of("name", "title", "organisationName", "purpose", "invitedBy", "email", "reason");

  /** Everything that is drawn beyond the right edge, and how far the page can be pushed aside. */
  private static final String BEYOND =
      """
      () => {
        const width = document.documentElement.clientWidth;
        const aside = document.documentElement.scrollWidth - width;
        const beyond = [...document.querySelectorAll('body *')]
          .filter(it => it.checkVisibility({visibilityProperty: true}))
          .filter(it => !it.closest('.sr-only, .skip-link'))
          .filter(it => it.getBoundingClientRect().right > width + 1)
          .map(it => it.tagName + '.' + it.className + ': ' + it.textContent.slice(0, 40));
        return aside > 0 ? ['pushed aside by ' + aside, ...beyond] : beyond;
      }""";

  private final Page page;

  private Unbroken(Page page) {
    this.page = page;
  }

  public static Unbroken in(Window window) {
    window.page().route("**/api/**", Unbroken::answer);
    return new Unbroken(window.page());
  }

  /** What does not fit on a screen of this width. */
  public List<?> beyond(int width) {
    page.setViewportSize(width, 844);
    return (List<?>) page.evaluate(BEYOND);
  }

  private static void answer(Route route) {
    APIResponse response = route.fetch();
    if (!response.headers().getOrDefault("content-type", "").contains("json")) {
      route.fulfill(new Route.FulfillOptions().setResponse(response));
      return;
    }
    try {
      JsonNode body = Json.MAPPER.readTree(response.body());
      lengthen(body);
      route.fulfill(
          new Route.FulfillOptions()
              .setResponse(response)
              .setBody(Json.MAPPER.writeValueAsString(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lengthen(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                if (TYPED.contains(field.getKey()) && field.getValue().isTextual()) {
                  field.setValue(new TextNode(word(field.getValue().asText())));
                }
              });
    }
    node.forEach(Unbroken::lengthen);
  }

  private static String word(String text) {
    return text.replace(" ", "") + WORD;
  }
}
