package no.samsnakk.rooms.search;

import java.util.List;
import java.util.UUID;
import no.samsnakk.platform.caller.Me;

/** What a search found: at most twenty who can be invited. */
public record Found(List<Item> items) {
  public record Item(
      UUID roleId, UUID personId, String name, String title, Me.Organisation organisation) {}
}
