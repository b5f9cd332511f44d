package no.samsnakk.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import no.samsnakk.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param code stable; what a client decides by
 * @param traceId what to quote when asking an operator
 * @param notBefore when the same may be asked for again, where that is known
 * @param fields which fields were wrong, for {@code invalid-request}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String traceId,
    @Nullable Instant notBefore,
    @Nullable List<Field> fields) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A field that was wrong, and the stable code of what is wrong with it. */
  public record Field(String name, String code) {}

  public static Problem of(RefusalCode reason) {
    return of(reason, null, null);
  }

  public static Problem of(RefusalCode reason, @Nullable List<Field> fields) {
    return of(reason, null, fields);
  }

  /** What may be asked for again later. */
  public static Problem of(RefusalCode reason, @Nullable Instant notBefore) {
    return of(reason, notBefore, null);
  }

  private static Problem of(
      RefusalCode reason, @Nullable Instant notBefore, @Nullable List<Field> fields) {
    var context = Span.current().getSpanContext();
    var title = reason.code().replace('-', ' ');
    return new Problem(
        "urn:samsnakk:problem:" + reason.code(),
        title,
        reason.status(),
        reason.code(),
        context.isValid() ? context.getTraceId() : null,
        notBefore,
        fields);
  }

  /** The answer that carries this problem. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }

  /** Answers this problem where JAX-RS does not. */
  public void answer(HttpServerResponse asked) {
    asked.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).end(json());
  }

  /** The problem as it is written, for where JAX-RS does not answer. */
  public String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
