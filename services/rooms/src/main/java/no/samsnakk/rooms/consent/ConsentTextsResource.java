package no.samsnakk.rooms.consent;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What patients are asked. */
@Cancellable(false)
@Path("/api/consent-texts/current")
@Authenticated
public class ConsentTextsResource {
  private final ConsentTexts texts;

  ConsentTextsResource(ConsentTexts texts) {
    this.texts = texts;
  }

  @GET
  @Operation(
      operationId = "currentConsentText",
      summary = "The consent text in bokmål, nynorsk and English")
  @APIResponse(responseCode = "200", description = "Its version is what an answer refers to")
  public ConsentText current() {
    return texts.current();
  }
}
