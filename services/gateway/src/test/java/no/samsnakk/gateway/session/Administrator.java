package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whoever administers the database: may do all that a superuser may. */
record Administrator(String database) {
  /** Changes one row. */
  void changes(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement()) {
      assertThat(prepared.executeUpdate(statement)).as(statement).isEqualTo(1);
    }
  }

  /** The first column of what is found. */
  List<String> asks(String query) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement();
        var found = prepared.executeQuery(query)) {
      while (found.next()) {
        answers.add(found.getString(1));
      }
    }
    return answers;
  }
}
