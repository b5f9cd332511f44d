package no.samsnakk.audit.accesslog;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.audit.people.Known;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/** A row on its way to the screen: ids that wait for their names. */
record LogRow(
    long seq,
    UUID entryId,
    Instant recordedAt,
    Instant at,
    @Nullable Instant until,
    AuditAction action,
    AuditRecorded.Outcome outcome,
    UUID agentId,
    @Nullable UUID organisationId,
    boolean mayBeAsProfessional,
    @Nullable UUID roomId,
    @Nullable UUID patientId,
    @Nullable UUID concerns,
    @Nullable String code,
    @Nullable Long fromSeq,
    @Nullable Long toSeq,
    @Nullable String reason,
    @Nullable Long count,
    List<Long> answers,
    @Nullable String teller,
    String hash) {

  /** Somebody whom rooms has not told of yet. */
  private static final String NAMELESS = "–";

  private static final Map<String, AuditAction> ACTIONS =
      Stream.of(AuditAction.values()).collect(Collectors.toMap(Enum::name, action -> action));

  static LogRow of(Row row) {
    return new LogRow(
        row.getLong("seq"),
        row.getUUID("entry_id"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getOffsetDateTime("at").toInstant(),
        instant(row.getOffsetDateTime("until")),
        action(row.getString("action")),
        AuditRecorded.Outcome.valueOf(row.getString("outcome")),
        row.getUUID("agent_id"),
        row.getUUID("agent_organisation_id"),
        row.getBoolean("may_be_as_professional"),
        row.getUUID("room_id"),
        row.getUUID("patient_id"),
        row.getUUID("concerns"),
        row.getString("code"),
        row.getLong("from_seq"),
        row.getLong("to_seq"),
        row.getString("reason"),
        row.getLong("count"),
        answers(row.getArrayOfLongs("answers")),
        row.getString("teller"),
        HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
  }

  private static List<Long> answers(Long @Nullable [] seqs) {
    return seqs == null ? List.of() : List.of(seqs);
  }

  /** A later version, which runs beside this one, may have appended what this one does not know. */
  private static AuditAction action(String name) {
    return ACTIONS.getOrDefault(name, AuditAction.NOT_YET_KNOWN);
  }

  Stream<UUID> people() {
    return Stream.of(agentId, patientId, concerns).filter(Objects::nonNull);
  }

  LogEntry named(Map<UUID, Known> people) {
    var patient =
        patientId == null ? null : new LogEntry.Person(patientId, name(people, patientId));
    var personName = concerns == null ? null : name(people, concerns);
    return new LogEntry(
        seq,
        entryId,
        recordedAt,
        at,
        until,
        action,
        outcome,
        agent(people),
        roomId,
        patient,
        new LogEntry.Details(code, fromSeq, toSeq, messages(), personName, reason, count),
        answers,
        teller,
        hash);
  }

  private @Nullable Long messages() {
    return action == AuditAction.MESSAGES_VIEWED && fromSeq != null && toSeq != null
        ? (Long) Math.max(0, toSeq - fromSeq + 1 - answers.size())
        : null;
  }

  private LogEntry.Agent agent(Map<UUID, Known> people) {
    return agentId.equals(organisationId) ? organisation(people) : person(people);
  }

  /** An organisation that acts itself says that somebody's role with it is over. */
  private LogEntry.Agent organisation(Map<UUID, Known> people) {
    var itself =
        Optional.ofNullable(concerns)
            .map(people::get)
            .flatMap(concerned -> concerned.roleIn(agentId))
            .map(Known.Role::organisation);
    var name = itself.map(Known.Organisation::name).orElse(NAMELESS);
    return new LogEntry.Agent(agentId, name, null, itself.orElse(null));
  }

  private LogEntry.Agent person(Map<UUID, Known> people) {
    var role = Optional.ofNullable(people.get(agentId)).flatMap(this::role);
    return new LogEntry.Agent(
        agentId,
        name(people, agentId),
        role.map(Known.Role::title).orElse(null),
        role.map(Known.Role::organisation).orElse(null));
  }

  /**
   * The teller's word for whom she acted for; where there is none, the only organisation that she
   * ever belonged to, unless she may have acted as the patient that she also is.
   */
  private Optional<Known.Role> role(Known agent) {
    if (organisationId != null) {
      return agent.roleIn(organisationId);
    }
    return mayBeAsProfessional ? agent.onlyRole() : Optional.empty();
  }

  private static String name(Map<UUID, Known> people, UUID id) {
    var known = people.get(id);
    return known == null ? NAMELESS : known.name();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
