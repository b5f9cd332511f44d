package no.samsnakk.platform.request;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import no.samsnakk.contracts.StrictJson;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads every JSON body that comes to an endpoint of ours, in Jackson's place and as strictly as a
 * frame. What our own services answer each other is read leniently elsewhere.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/stream+json"})
public class StrictBodies implements ServerMessageBodyReader<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType media) {
    return true;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return true;
  }

  @Override
  public Object readFrom(
      Class<Object> type, Type generic, MediaType media, ServerRequestContext context) {
    return read(generic, context.getInputStream());
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    return read(generic, body);
  }

  /** Without a cause: Jackson's words repeat what it could not read (R9). */
  private static Object read(Type type, InputStream body) {
    try {
      return StrictJson.object(body.readAllBytes(), type);
    } catch (IOException unreadable) {
      throw new BadRequestException();
    }
  }
}
