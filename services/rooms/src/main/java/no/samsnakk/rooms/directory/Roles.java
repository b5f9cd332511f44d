package no.samsnakk.rooms.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.rooms.identity.RefusedRows;
import no.samsnakk.rooms.identity.RowSeal;

/**
 * The roles known here, ended ones too. One is believed only with its seal: what somebody without
 * the person key has written is not there, and the operator is told.
 */
@ApplicationScoped
public class Roles implements PanacheRepositoryBase<Role, UUID> {
  private static final String VIEW =
      """
      select r, o.name from Role r join Organisation o on o.organisationId = r.organisationId
      """;

  private final RowSeal seals;
  private final RefusedRows refused;

  Roles(RowSeal seals, RefusedRows refused) {
    this.seals = seals;
    this.refused = refused;
  }

  /** The roles that a person has now. */
  public Uni<List<RoleView>> of(UUID personId) {
    return views("where r.personId = ?1 and r.endedAt is null order by o.name, r.title", personId)
        .map(found -> asked(found, role -> role.personId().equals(personId)));
  }

  /** These roles by their ids, ended ones too; those that are not there are not there. */
  public Uni<Map<UUID, RoleView>> byIds(Collection<UUID> roleIds) {
    return views("where r.roleId in ?1", roleIds)
        .map(found -> asked(found, role -> roleIds.contains(role.roleId())))
        .map(
            roles ->
                roles.stream().collect(Collectors.toMap(RoleView::roleId, Function.identity())));
  }

  /** The roles that these people have or have had. */
  public Uni<List<RoleView>> ever(Collection<UUID> personIds) {
    return views("where r.personId in ?1 order by o.name, r.title", personIds)
        .map(found -> asked(found, role -> personIds.contains(role.personId())));
  }

  /** Those of these roles by which somebody can sit in a room. */
  public Uni<Set<UUID>> seatable(Collection<UUID> roleIds) {
    return byIds(roleIds).map(Roles::seatable);
  }

  /** Those of these, which are at hand. */
  public static Set<UUID> seatable(Map<UUID, RoleView> roles) {
    return roles.values().stream()
        .filter(RoleView::seatable)
        .map(RoleView::roleId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Uni<List<RoleView>> views(String where, Object parameter) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(VIEW + where, Object[].class)
                    .setParameter(1, parameter)
                    .getResultList())
        .map(rows -> rows.stream().flatMap(this::proven).toList());
  }

  /** The database finds; that it is what was asked for is not left to it. */
  private List<RoleView> asked(List<RoleView> found, Predicate<RoleView> asked) {
    return found.stream()
        .filter(role -> refused.isAsked(asked.test(role), "role", role.roleId()))
        .toList();
  }

  private Stream<RoleView> proven(Object[] row) {
    var role = (Role) row[0];
    if (!role.isProven(seals)) {
      refused.role(role.roleId());
      return Stream.empty();
    }
    return Stream.of(role.in((String) row[1]));
  }
}
