package no.samsnakk.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictQueriesTest {
  /** Nobody calls them. */
  @SuppressWarnings("unused")
  private static final class Endpoints {
    void pages(
        @QueryParam("before") long before,
        @QueryParam("limit") Integer limit,
        @QueryParam("name") String name,
        String inPath) {}

    @OpenQuery
    void comesBack(@QueryParam("state") String state) {}
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "before=1",
        "before=9223372036854775807&limit=2147483647",
        "limit=%31&before=007&name=",
        "name=%2B1"
      })
  void a_query_of_what_the_endpoint_names_is_known(String query) {
    assertThat(StrictQueries.isKnown(read(query), endpoint("pages"))).isTrue();
  }

  /** As long as a port takes one, and longer: it is looked at without a stack for each part. */
  @Test
  void a_query_of_any_length_is_looked_at() {
    var query = "a=&".repeat(100_000) + "a=";

    assertThat(StrictQueries.isWritten(query, endpoint("pages"))).isTrue();
    assertThat(StrictQueries.isWritten(query + "&", endpoint("pages"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before=1&before=2",
        "before=1&before=1",
        "before=1&Before=1",
        "name=a&name=a",
        "other=1",
        "Before=1",
        "inPath=1",
        "=1",
        "before=1&x",
        "before",
        "before=",
        "before=+1",
        "before=%2B1",
        "before=-1",
        "before=1+",
        "before=1.0",
        "before=1e1",
        "before=0x1",
        "before=1_0",
        "before=%D9%A1",
        "before=%EF%BC%91",
        "before=9223372036854775808",
        "before=00000000000000000001",
        "limit=2147483648"
      })
  void any_other_is_not(String query) {
    assertThat(StrictQueries.isKnown(read(query), endpoint("pages"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=a&code=b", "iss=a", ""})
  void an_open_query_may_have_more(String query) {
    assertThat(StrictQueries.isKnown(read(query), endpoint("comesBack"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=a&state=a", "code=a&code=b"})
  void but_nothing_twice(String query) {
    assertThat(StrictQueries.isKnown(read(query), endpoint("comesBack"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before=1", "name=a&limit=1", "name=", "name=a=b", "name=%3B%26&limit=1"})
  void names_with_their_values_are_a_query(String query) {
    assertThat(StrictQueries.isWritten(query, endpoint("pages"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "&",
        ";",
        "name",
        "before=1&",
        "&before=1",
        "before=1&&limit=1",
        "a=1;b=2"
      })
  void what_parsers_pass_over_or_read_otherwise_is_none(String query) {
    assertThat(StrictQueries.isWritten(query, endpoint("pages"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "state=a;b"})
  void an_open_query_is_others_to_write(String query) {
    assertThat(StrictQueries.isWritten(query, endpoint("comesBack"))).isTrue();
  }

  @Test
  void none_is_none() {
    assertThat(StrictQueries.isWritten(null, endpoint("pages"))).isTrue();
  }

  /** As Vert.x does it, whose names are without case. */
  private static MultiMap read(String query) {
    var read = MultiMap.caseInsensitiveMultiMap();
    new QueryStringDecoder(query, false).parameters().forEach(read::add);
    return read;
  }

  private static Method endpoint(String name) {
    return Arrays.stream(Endpoints.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
