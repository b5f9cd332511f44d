package no.samsnakk.platform.request;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.contracts.text.WellFormed;
import no.samsnakk.platform.problem.Problem;

/**
 * Refuses an address, path and query alike, that is no text once it is decoded: invalid UTF-8, half
 * a surrogate pair, U+0000. No endpoint ever sees one.
 */
@ApplicationScoped
public class Addresses {
  private static final int BEFORE_EVERYTHING = 10_000;

  void watch(@Observes Filters filters) {
    filters.register(Addresses::check, BEFORE_EVERYTHING);
  }

  /** After the connection's guard. */
  void watchManagement(@Observes ManagementInterface management) {
    management.router().route().order(Integer.MIN_VALUE + 1).handler(Addresses::check);
  }

  private static void check(RoutingContext ctx) {
    if (areText(ctx.request().uri())) {
      ctx.next();
    } else {
      Problem.of(RefusalCode.INVALID_REQUEST).answer(ctx.response());
    }
  }

  /** Whether all that is written in this address, decoded, is text. */
  public static boolean areText(String address) {
    var bytes = new ByteArrayOutputStream(address.length());
    for (int i = 0; i < address.length(); i++) {
      int octet = address.charAt(i);
      if (octet == '%') {
        octet = escaped(address, i);
        i += 2;
      }
      if (octet < 0 || octet > 0xff) {
        return false;
      }
      bytes.write(octet);
    }
    return isText(bytes.toByteArray());
  }

  /** Two hexadecimal digits, or less than zero. */
  private static int escaped(String address, int at) {
    if (at + 2 >= address.length()) {
      return -1;
    }
    int high = Character.digit(address.charAt(at + 1), 16);
    int low = Character.digit(address.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  private static boolean isText(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return WellFormed.is(text.toString());
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
