package no.samsnakk.platform.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Set;

/**
 * Lets through what can be read as a request to us, before Vert.x makes one of it. Anything else
 * goes on as a request for {@link #UNREADABLE}, in its turn, and is refused as every other address
 * is that is no text: so neither answer nor log nor metrics hold anything of what was sent (R9).
 * The connection ends with that answer, and nothing behind it is heard.
 */
final class ReadableRequests extends ChannelInboundHandlerAdapter {
  /** Anybody may ask for it himself, and gets the same answer. */
  private static final String UNREADABLE = "/%00";

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS,
          HttpMethod.TRACE,
          HttpMethod.CONNECT);

  /** What all others are called from here on, in metrics too. Nothing of ours knows it. */
  static final HttpMethod OTHER = HttpMethod.valueOf("OTHER");

  private boolean refused;

  /** Reads all that comes from now on; whether there is anything yet that decodes requests. */
  static boolean watch(ChannelPipeline connection) {
    var decoder = connection.context(HttpRequestDecoder.class);
    if (decoder == null) {
      return false;
    }
    connection.addAfter(decoder.name(), null, new ReadableRequests());
    return true;
  }

  /** Whether a request is called so, once it is through. */
  static boolean isKnown(String method) {
    return METHODS.contains(HttpMethod.valueOf(method));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (refused) {
      ReferenceCountUtil.release(message);
    } else if (!(message instanceof HttpRequest request)) {
      ctx.fireChannelRead(message);
    } else if (RequestForm.isReadable(request)) {
      if (!METHODS.contains(request.method())) {
        request.setMethod(OTHER);
      }
      ctx.fireChannelRead(request);
    } else {
      refused = true;
      ReferenceCountUtil.release(request);
      ctx.fireChannelRead(unreadable(request.method().equals(HttpMethod.HEAD)));
      ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  /**
   * @param head whoever asks so takes no body for an answer
   */
  private static HttpRequest unreadable(boolean head) {
    var method = head ? HttpMethod.HEAD : HttpMethod.GET;
    var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, UNREADABLE);
    request.headers().set(HttpHeaderNames.HOST, "localhost");
    request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    return request;
  }
}
