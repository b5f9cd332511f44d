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
import no.samsnakk.contracts.refusal.RefusalCode;
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
    return of(reason, reason.status());
  }

  /** Under another status than its own: the code says what a client does, HTTP the rest. */
  public static Problem of(RefusalCode reason, int status) {
    return of(reason, status, null, null);
  }

  public static Problem of(RefusalCode reason, @Nullable List<Field> fields) {
    return of(reason, reason.status(), null, fields);
  }

  /** What may be asked for again later. */
  public static Problem of(RefusalCode reason, @Nullable Instant notBefore) {
    return of(reason, reason.status(), notBefore, null);
  }

  /** What is answered under this status where nobody has said better; without one, a fault. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> of(RefusalCode.NOT_SIGNED_IN);
      case 403 -> of(RefusalCode.NOT_ALLOWED);
      case 404 -> of(RefusalCode.NOT_FOUND);
      case 503 -> of(RefusalCode.TEMPORARILY_UNAVAILABLE);
      default ->
          status >= 500 || status < 0
              ? of(RefusalCode.FAULT)
              : of(RefusalCode.INVALID_REQUEST, status);
    };
  }

  private static Problem of(
      RefusalCode reason, int status, @Nullable Instant notBefore, @Nullable List<Field> fields) {
    var context = Span.current().getSpanContext();
    var title = reason.code().replace('-', ' ');
    return new Problem(
        "urn:samsnakk:problem:" + reason.code(),
        title,
        status,
        reason.code(),
        context.isValid() ? context.getTraceId() : null,
        notBefore,
        fields);
  }

  /** Whether it is that something broke on our side. */
  public boolean isFault() {
    return code.equals(RefusalCode.FAULT.code());
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
