package no.samsnakk.audit.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.audit.people.Known.Organisation;

/** Looks people and rooms up in the projection. */
@ApplicationScoped
public class People {
  private static final String KNOWN =
      """
      select p.person_id, p.name, r.title, r.organisation_id, r.organisation_name
      from person p left join role r using (person_id)
      where p.person_id = any($1)
      order by p.person_id, r.held_now desc, r.role_id""";
  private static final String NAMED =
      "select person_id from person where lower(name) like lower($1) escape '\\'";
  private static final String PATIENT =
      "select patient_id from room where room_id = $1 and not retracted";
  private static final String ROOMS =
      "select distinct room_id from room_organisation where organisation_id = any($1)";
  private static final String SEATED =
      """
      select room_id, min(organisation_id::text)::uuid as organisation_id from room_organisation
      where organisation_id = any($1) and room_id = any($2)
      group by room_id""";
  private static final String ONLY_THERE =
      """
      select person_id from role
      group by person_id
      having count(distinct organisation_id) = 1 and min(organisation_id::text)::uuid = any($1)""";

  /** Everyone of these that the projection knows, by id. */
  public Uni<Map<UUID, Known>> known(SqlConnection connection, Collection<UUID> ids) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(groupingBy(row -> row.getUUID("person_id"))))
        .map(People::people);
  }

  /** The people whose name contains this text, whatever the case. */
  public Uni<UUID[]> named(SqlConnection connection, String text) {
    return ids(connection, NAMED, Tuple.of("%" + literally(text) + "%"));
  }

  /**
   * Whose room it is; nobody's where nobody has told of it, or the proposal was taken back: the
   * number may have been another's (R1).
   */
  public Uni<Optional<UUID>> patientOf(SqlConnection connection, UUID roomId) {
    return ids(connection, PATIENT, Tuple.of(roomId)).map(ids -> List.of(ids).stream().findFirst());
  }

  /** The rooms in which one of these organisations has or had an approved seat. */
  public Uni<UUID[]> roomsOf(SqlConnection connection, UUID[] organisations) {
    return ids(connection, ROOMS, Tuple.of((Object) organisations));
  }

  /** For each of these rooms one of these organisations that has or had an approved seat there. */
  public Uni<Map<UUID, UUID>> organisationsIn(
      SqlConnection connection, UUID[] organisations, List<UUID> rooms) {
    return connection
        .preparedQuery(SEATED)
        .execute(Tuple.of(organisations, rooms.toArray(UUID[]::new)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(
                        toMap(
                            row -> row.getUUID("room_id"), row -> row.getUUID("organisation_id"))));
  }

  /** Those who have only ever belonged to one organisation, which is among these. */
  public Uni<UUID[]> onlyIn(SqlConnection connection, UUID[] organisations) {
    return ids(connection, ONLY_THERE, Tuple.of((Object) organisations));
  }

  private static Uni<UUID[]> ids(SqlConnection connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID(0))
                    .toArray(UUID[]::new));
  }

  /** What is typed is looked for as it is: a percent sign is a percent sign. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Map<UUID, Known> people(Map<UUID, List<Row>> rows) {
    Map<UUID, Known> people = new HashMap<>();
    rows.forEach((id, of) -> people.put(id, person(id, of)));
    return people;
  }

  private static Known person(UUID id, List<Row> rows) {
    var roles =
        rows.stream().filter(row -> row.getUUID("organisation_id") != null).map(People::role);
    return new Known(id, rows.getFirst().getString("name"), roles.toList());
  }

  private static Known.Role role(Row row) {
    var organisation =
        new Organisation(row.getUUID("organisation_id"), row.getString("organisation_name"));
    return new Known.Role(row.getString("title"), organisation);
  }
}
