package no.samsnakk.platform.request;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query that comes to an endpoint of ours as strictly as its body. It knows the
 * parameters that it names by {@link QueryParam}, as they are written there, each once; a whole
 * number is ASCII digits alone, and not beyond what the endpoint can hold. What a parser passes
 * over ({@code ?&}), or reads otherwise than the next one ({@code ?a=1;b=2}), is no query.
 */
public class StrictQueries {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");
  private static final Pattern GIVEN = Pattern.compile("[^=&;]+=[^&;]*");
  private static final Set<Class<?>> INT = Set.of(int.class, Integer.class);
  private static final Set<Class<?>> LONG = Set.of(long.class, Long.class);

  @ServerRequestFilter
  public Optional<Response> check(RoutingContext asked, ResourceInfo endpoint) {
    var method = endpoint.getResourceMethod();
    return isWritten(asked.request().query(), method) && isKnown(asked.queryParams(), method)
        ? Optional.empty()
        : Optional.of(Problem.of(RefusalCode.INVALID_REQUEST).response());
  }

  /** Whether it is one: names with their values, and one sign between two of them. */
  static boolean isWritten(@Nullable String query, Method endpoint) {
    return query == null
        || endpoint.isAnnotationPresent(OpenQuery.class)
        || Stream.of(query.split("&", -1)).allMatch(given -> GIVEN.matcher(given).matches());
  }

  /** Whether this endpoint knows all that stands in the query, and each once. */
  static boolean isKnown(MultiMap query, Method endpoint) {
    var known = known(endpoint);
    boolean open = endpoint.isAnnotationPresent(OpenQuery.class);
    return query.entries().stream()
        .allMatch(
            given -> {
              var parameter = known.get(given.getKey());
              return query.getAll(given.getKey()).size() == 1
                  && (parameter == null ? open : fits(given.getValue(), parameter.getType()));
            });
  }

  private static Map<String, Parameter> known(Method endpoint) {
    return Arrays.stream(endpoint.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
        .collect(
            Collectors.toMap(
                parameter -> parameter.getAnnotation(QueryParam.class).value(),
                Function.identity()));
  }

  private static boolean fits(String text, Class<?> type) {
    if (INT.contains(type)) {
      return isNumber(text, Integer.SIZE);
    }
    return !LONG.contains(type) || isNumber(text, Long.SIZE);
  }

  private static boolean isNumber(String text, int bits) {
    return DIGITS.matcher(text).matches() && new BigInteger(text).bitLength() < bits;
  }
}
