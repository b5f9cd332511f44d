package no.samsnakk.rooms.directory;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The roles known here, ended ones too. */
@ApplicationScoped
public class Roles implements PanacheRepositoryBase<Role, UUID> {
  private static final String VIEW =
      """
      select new no.samsnakk.rooms.directory.RoleView(
        r.roleId, r.personId, r.kind, r.title, o.organisationId, o.name, r.endedAt)
      from Role r join Organisation o on o.organisationId = r.organisationId
      """;

  /** The roles that a person has now. */
  public Uni<List<RoleView>> of(UUID personId) {
    return views("where r.personId = ?1 and r.endedAt is null order by o.name, r.title", personId);
  }

  /** These roles by their ids, ended ones too; those that are not there are not there. */
  public Uni<Map<UUID, RoleView>> byIds(Collection<UUID> roleIds) {
    return views("where r.roleId in ?1", roleIds)
        .map(
            roles ->
                roles.stream().collect(Collectors.toMap(RoleView::roleId, Function.identity())));
  }

  private Uni<List<RoleView>> views(String where, Object parameter) {
    return getSession()
        .chain(
            session ->
                session
                    .createQuery(VIEW + where, RoleView.class)
                    .setParameter(1, parameter)
                    .getResultList());
  }
}
