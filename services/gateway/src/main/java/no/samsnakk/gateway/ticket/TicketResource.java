package no.samsnakk.gateway.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.gateway.session.Session;
import no.samsnakk.gateway.session.SessionCookie;
import no.samsnakk.gateway.session.Sessions;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.ticket.Tickets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Hands out the right to open one socket. */
@Cancellable(false)
@Path("/auth/ticket")
public class TicketResource {
  /** Good once, until then. */
  public record IssuedTicket(String ticket, Instant expiresAt) {
    @Override
    public String toString() {
      return "IssuedTicket[expiresAt=" + expiresAt + "]";
    }
  }

  private final Sessions sessions;
  private final Tickets tickets;

  TicketResource(Sessions sessions, Tickets tickets) {
    this.sessions = sessions;
    this.tickets = tickets;
  }

  @POST
  @Operation(
      operationId = "ticket",
      summary = "A ticket for one socket",
      description = "Offered at the upgrade as the subprotocol `ticket.<ticket>`, never in a URL.")
  @APIResponse(responseCode = "200", description = "Good once, for half a minute")
  @APIResponse(responseCode = "401", description = "`not-signed-in`")
  @APIResponse(responseCode = "403", description = "`csrf-token-missing`, `origin-refused`")
  public Uni<IssuedTicket> issue(@Context HttpServerRequest request) {
    return sessions
        .find(SessionCookie.in(request))
        .map(found -> found.orElseThrow(() -> new Refusal(RefusalCode.NOT_SIGNED_IN)))
        .map(this::issue);
  }

  private IssuedTicket issue(Session session) {
    // When the session ends at the latest; that it ends sooner messaging hears, and asks for.
    var expiresAt = tickets.expiry();
    var ticket = tickets.issue(session.personId(), session.sessionId(), session.endsAt());
    return new IssuedTicket(ticket, expiresAt);
  }
}
