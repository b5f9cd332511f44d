package no.samsnakk.messaging.reading.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.refusal.RefusalCode;

/** Whoever has sent a text takes it back, at any time and for good. Wakes nobody. */
@ApplicationScoped
class RetractionKind extends CorrectingKind<RetractionPayload> {
  @Override
  public String name() {
    return RetractionPayload.KIND;
  }

  @Override
  public Class<RetractionPayload> payload() {
    return RetractionPayload.class;
  }

  @Override
  public Optional<RefusalCode> fault(RetractionPayload payload) {
    return Optional.empty();
  }

  /** What it was changed to last. */
  @Override
  public String beside() {
    return EditPayload.KIND;
  }

  @Override
  boolean hadRead(UUID personId, Before<RetractionPayload> before) {
    if (before.beside() == null) {
      return false;
    }
    try {
      var edit = before.besideAs(EditPayload.class);
      return edit == null || edit.readBy().contains(personId);
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  @Override
  public boolean takesBack() {
    return true;
  }

  @Override
  RetractionPayload with(RetractionPayload payload, List<UUID> readBy, List<UUID> keptFor) {
    return new RetractionPayload(payload.about(), readBy, keptFor);
  }
}
