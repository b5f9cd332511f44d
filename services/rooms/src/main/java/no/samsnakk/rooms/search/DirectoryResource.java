package no.samsnakk.rooms.search;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Me.Kind;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.access.Membership;
import no.samsnakk.rooms.caller.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Finding professionals. */
@Cancellable(false)
@Path("/api/directory/searches")
@Authenticated
public class DirectoryResource {
  private final CurrentCaller caller;
  private final Membership membership;
  private final DirectorySearch search;

  DirectoryResource(CurrentCaller caller, Membership membership, DirectorySearch search) {
    this.caller = caller;
    this.membership = membership;
    this.search = search;
  }

  @POST
  @Operation(
      operationId = "searchDirectory",
      summary = "Find professionals by any part of their name, title or organisation",
      description =
          "For professionals, and for those who have a room or have blocked somebody; never finds anybody as a patient. Spelling is forgiven (`ø` and `o`, `å` and `aa`, double letters). The search is logged.")
  @APIResponse(
      responseCode = "200",
      description =
          "At most twenty: those she shares a room with first, then those of whom each word begins one, by name")
  @APIResponse(responseCode = "400", description = "`invalid-request`: fewer than two characters")
  @APIResponse(responseCode = "403", description = "`not-allowed`")
  @APIResponse(responseCode = "429", description = "`too-many-requests`")
  public Uni<Found> search(@NotNull @Valid SearchRequest request) {
    return caller.acting().call(this::requireUse).chain(who -> search.find(request.query(), who));
  }

  private Uni<Void> requireUse(Caller who) {
    if (who.roles().stream().anyMatch(role -> role.kind() == Kind.PROFESSIONAL)) {
      return Uni.createFrom().voidItem();
    }
    return membership
        .anyRoomOrBlock(who.personId())
        .invoke(
            any -> {
              if (!any) {
                throw new Refusal(RefusalCode.NOT_ALLOWED);
              }
            })
        .replaceWithVoid();
  }
}
