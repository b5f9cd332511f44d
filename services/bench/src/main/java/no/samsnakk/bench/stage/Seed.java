package no.samsnakk.bench.stage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Fills rooms' tables with made-up people in active rooms, as {@code rooms.access_v1} shows them to
 * messaging, and signs them in: each has one session, with her own id. Straight into the tables,
 * past the services: neither consenting nor signing in is measured.
 */
final class Seed {
  private static final String PERSON =
      """
      insert into person (person_id, number_key, number_sealed, name, name_source, version,
                          created_at, changed_at)
      values (?, ?, ?, 'Benk Benkesen', 'DIRECTORY', 1, now(), now())""";
  private static final String ORGANISATION =
      "insert into organisation (organisation_id, number, name) values (?, ?, 'Benken')";
  private static final String ROLE =
      """
      insert into role (role_id, person_id, organisation_id, kind, title)
      values (?, ?, ?, 'PROFESSIONAL', 'Benkevarmer')""";
  private static final String ROOM =
      """
      insert into room (room_id, purpose, patient_id, patient_typed_name, proposed_by, fingerprint,
                        status, consent_text_version, consent_answered_at, access_epoch,
                        created_at, changed_at)
      values (?, 'Benk', ?, 'Benk Benkesen', ?, ?, 'ACTIVE', '2026-11', now(), 1, now(), now())""";
  private static final String SEAT =
      """
      insert into seat (room_id, seat_id, person_id, part, status, role_id, organisation_id,
                        invited_by, changed_at)
      values (?, ?, ?, ?, 'ACTIVE', ?, ?, ?, now())""";

  private static final String SESSION =
      """
      insert into gateway.session (session_id, secret_hash, person_id, subject, tokens,
                                   access_expires_at, refresh_expires_at, started_at, ends_at)
      values (?, ?, ?, 'benk', '', now(), now() + interval '1 day', now(), now() + interval '1 day')""";

  private Seed() {}

  static List<Room> rooms(String superuserUrl, int count, int people) {
    var organisation = Ids.next();
    var rooms = IntStream.range(0, count).mapToObj(i -> room(people)).toList();
    try (var connection = DriverManager.getConnection(superuserUrl)) {
      connection.setAutoCommit(false);
      connection.setSchema("rooms");
      insert(connection, ORGANISATION, rows(Stream.of(organisation), o -> of(o, o.toString())));
      var everyone = rooms.stream().flatMap(room -> room.people().stream()).toList();
      insert(connection, PERSON, rows(everyone.stream(), p -> of(p, bytes(p), bytes(p))));
      insert(connection, SESSION, rows(everyone.stream(), p -> of(p, p.toString(), p)));
      for (var room : rooms) {
        insertRoom(connection, room, organisation);
      }
      connection.commit();
      return rooms;
    } catch (SQLException e) {
      throw new IllegalStateException("the tables are not as the bench knows them", e);
    }
  }

  private static void insertRoom(Connection connection, Room room, UUID organisation)
      throws SQLException {
    var patient = room.people().getFirst();
    var helpers = room.people().subList(1, room.people().size());
    var proposer = helpers.getFirst();
    var id = room.roomId();
    insert(connection, ROOM, rows(Stream.of(id), r -> of(r, patient, proposer, bytes(r))));
    // A role has its person's id: nobody looks at it here.
    insert(connection, ROLE, rows(helpers.stream(), p -> of(p, p, organisation)));
    List<@Nullable Object[]> seats = new ArrayList<>();
    seats.add(of(id, Ids.next(), patient, "PATIENT", null, null, null));
    helpers.forEach(p -> seats.add(of(id, Ids.next(), p, "HELPER", p, organisation, proposer)));
    insert(connection, SEAT, seats);
  }

  private static Room room(int people) {
    return new Room(Ids.next(), Stream.generate(Ids::next).limit(people).toList());
  }

  private static List<@Nullable Object[]> rows(
      Stream<UUID> of, Function<UUID, @Nullable Object[]> row) {
    return of.map(row).toList();
  }

  private static @Nullable Object[] of(@Nullable Object... columns) {
    return columns;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static void insert(Connection connection, String sql, List<@Nullable Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
