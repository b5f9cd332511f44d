package no.samsnakk.rooms.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.rooms.identity.NumberVault;

/** Tells a repeated proposal from another one without keeping what was typed. */
@ApplicationScoped
class Fingerprints {
  private final NumberVault vault;

  Fingerprints(NumberVault vault) {
    this.vault = vault;
  }

  /** The same for the same content, in whatever order the helpers are named. */
  byte[] of(ProposalRequest request) {
    List<UUID> inOrder = request.invitedRoleIds().stream().sorted().toList();
    var canonical =
        new ProposalRequest(request.asRoleId(), request.patient(), request.purpose(), inOrder);
    try {
      return vault.fingerprint(Json.MAPPER.writeValueAsBytes(canonical));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that cannot be written");
    }
  }
}
