package no.samsnakk.rooms.proposal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.directory.Roles;
import org.jspecify.annotations.Nullable;

/** Those who are to help: who proposes, and whom he names. */
@ApplicationScoped
class Helpers {
  private final Roles roles;

  Helpers(Roles roles) {
    this.roles = roles;
  }

  /** The proposer's role, if it is his own and one to help by; else {@code not-allowed}. */
  static Me.Role own(UUID asRoleId, Caller caller) {
    return caller.roles().stream()
        .filter(role -> role.roleId().equals(asRoleId) && role.kind() == Me.Kind.PROFESSIONAL)
        .findFirst()
        .orElseThrow(() -> new Refusal(RefusalCode.NOT_ALLOWED));
  }

  /** The people named, each once and not the proposer; {@code role-unknown} if one cannot help. */
  Uni<List<RoleView>> named(List<UUID> roleIds, Caller proposer) {
    return roles.byIds(Set.copyOf(roleIds)).map(known -> named(roleIds, known, proposer));
  }

  private static List<RoleView> named(
      List<UUID> roleIds, Map<UUID, RoleView> known, Caller proposer) {
    var seated = new HashSet<>(Set.of(proposer.personId()));
    return roleIds.stream()
        .map(id -> seatable(known.get(id)))
        .filter(role -> seated.add(role.personId()))
        .toList();
  }

  private static RoleView seatable(@Nullable RoleView role) {
    if (role == null || !role.seatable()) {
      throw new Refusal(RefusalCode.ROLE_UNKNOWN);
    }
    return role;
  }
}
