package no.samsnakk.notifications.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** What an upgrade makes of what stands in the tables already. */
class UpgradeTest {

  @Test
  void an_address_that_a_stranger_typed_for_somebody_without_a_name_does_not_survive_version_5()
      throws SQLException {
    try (var postgres = LocalPostgres.temporary().migrated(Service.NOTIFICATIONS)) {
      var patient = Ids.next();
      // As before version 5. Nothing is told of people without a name, so nobody else would mend
      // it.
      ask(
          postgres,
          "delete from notifications.flyway_schema_history where version = '5' returning 1");
      ask(
          postgres,
          "insert into notifications.person (person_id, version, email)"
              + " values ('%s', 1, 'stranger@mail.example') returning 1".formatted(patient));

      postgres.migrated(Service.NOTIFICATIONS);

      assertThat(ask(postgres, "select coalesce(email, 'none') from notifications.person"))
          .isEqualTo("none");
    }
  }

  @Test
  void what_waits_when_version_12_comes_may_be_for_any_message_up_to_its_last()
      throws SQLException {
    try (var postgres = LocalPostgres.temporary().migrated(Service.NOTIFICATIONS)) {
      tell(
          postgres,
          """
          drop table notifications.retracted;
          alter table notifications.wakeup drop column seqs cascade;
          drop function notifications.any_up_to_last_seq();
          drop function notifications.at_most_a_hundred(int8multirange);
          delete from notifications.flyway_schema_history where version = '12'""");
      tell(
          postgres,
          """
          insert into notifications.wakeup
            (person_id, room_id, kind, subject, first_seq, last_seq, due_at)
          values ('%1$s', '%1$s', 'MESSAGE', '%1$s', 3, 5, now()),
            ('%1$s', '%1$s', 'APPROVED', '%1$s', null, null, now())"""
              .formatted(Ids.next()));

      postgres.migrated(Service.NOTIFICATIONS);

      assertThat(
              ask(
                  postgres,
                  "select string_agg(seqs::text, ' ' order by kind) from notifications.wakeup"))
          .isEqualTo("{} {[1,6)}");
    }
  }

  private static void tell(LocalPostgres postgres, String statements) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var told = connection.createStatement()) {
      told.execute(statements);
    }
  }

  private static String ask(LocalPostgres postgres, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var asked = connection.createStatement();
        var rows = asked.executeQuery(statement)) {
      assertThat(rows.next()).as("one row").isTrue();
      return rows.getString(1);
    }
  }
}
