package no.samsnakk.gateway.webapp;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.answer.Answers;

/** Serves the web app as it was when this instance started: a new one comes with a new start. */
@ApplicationScoped
public class WebApp {
  private final WebConfig config;
  private final Answers answers;
  private volatile WebFiles files = new WebFiles(Map.of());

  WebApp(WebConfig config, Answers answers) {
    this.config = config;
    this.answers = answers;
  }

  void load(@Observes StartupEvent started) {
    files = WebFiles.read(config.root());
  }

  /**
   * Answers a file, the app's page where a person goes to a screen of it, or that it is not there.
   */
  public void serve(RoutingContext ctx) {
    var found = files.at(ctx.request().path()).or(() -> screen(ctx.request()));
    if (found.isPresent()) {
      answer(ctx, found.get());
    } else {
      answers.problem(
          ctx, files.isEmpty() ? RefusalCode.TEMPORARILY_UNAVAILABLE : RefusalCode.NOT_FOUND);
    }
  }

  /** The page that every screen of the app begins with; nothing where no web app is served. */
  public Optional<byte[]> page() {
    return files.index().map(index -> index.plain().content().getBytes());
  }

  private Optional<WebFile> screen(HttpServerRequest request) {
    var path = request.path();
    boolean file =
        path.startsWith("/assets/") || path.substring(path.lastIndexOf('/')).contains(".");
    return file || !asksForPage(request) ? Optional.empty() : files.index();
  }

  private static boolean asksForPage(HttpServerRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }

  private static void answer(RoutingContext ctx, WebFile file) {
    var accepted = AcceptedCodings.of(ctx.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING));
    var coded = file.bestFor(accepted);
    var response =
        ctx.response()
            .putHeader(HttpHeaders.ETAG, coded.etag())
            .putHeader(HttpHeaders.CACHE_CONTROL, file.caching());
    if (file.varies()) {
      response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (knows(ctx.request(), coded)) {
      response.setStatusCode(304).end();
      return;
    }
    if (coded.coding() != Coding.IDENTITY) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, coded.coding().token());
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(coded.content().length()));
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(coded.content());
    }
  }

  private static boolean knows(HttpServerRequest request, CodedFile file) {
    var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null
        && Arrays.stream(known.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(file.etag()::equals);
  }
}
