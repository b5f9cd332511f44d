package no.samsnakk.e2e.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.Map;

/**
 * What the app in this window would ask the gateway for: same cookie, same origin, same CSRF token.
 * For preparing a scene quickly, and for asking for what no screen offers.
 */
public final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FETCH =
      """
      async ([method, path, body]) => {
        const session = await (await fetch('/auth/session')).json();
        const headers = {'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken ?? ''};
        const answer = await fetch(path, {method, headers, body: body ?? undefined});
        return {status: answer.status, body: await answer.text()};
      }
      """;

  private final Page page;

  public Requests(Page page) {
    this.page = page;
  }

  /** An answer, whatever its status. */
  public record Answer(int status, String body) {
    public JsonNode json() {
      try {
        return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON, status " + status, e);
      }
    }

    /** The answer's content, when it is a yes. */
    public JsonNode accepted() {
      if (status >= 300) {
        throw new AssertionError(status + " " + body);
      }
      return json();
    }

    /** The stable code of a no. */
    public String code() {
      return json().path("code").asText();
    }
  }

  public Answer of(String method, String path, Object body) {
    Object sent = body == null ? null : write(body);
    Map<?, ?> answer = (Map<?, ?>) page.evaluate(FETCH, Arrays.asList(method, path, sent));
    return new Answer(((Number) answer.get("status")).intValue(), answer.get("body").toString());
  }

  public Answer get(String path) {
    return of("GET", path, null);
  }

  public boolean signedIn() {
    return get("/auth/session").json().path("signedIn").asBoolean();
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
