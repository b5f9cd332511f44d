package no.samsnakk.rooms.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;
import no.samsnakk.platform.time.Norway;
import no.samsnakk.rooms.identity.NumberVault;
import org.jspecify.annotations.Nullable;

/**
 * Counts the letters that people have sent to an address by what they do, and refuses when there
 * are too many: with {@code too-many-letters} what they propose, with {@code
 * address-changed-too-often} that they change where their own go.
 */
@ApplicationScoped
public class Letters {
  private static final RefusalCode TOO_MANY = new RefusalCode(429, "too-many-letters");
  private static final RefusalCode TOO_OFTEN = new RefusalCode(429, "address-changed-too-often");

  private static final Pattern TAG = Pattern.compile("\\+[^@]*@");

  /** Those who ask at once wait for each other at the row. */
  private static final String COUNT =
      """
      insert into letters_asked (whose, day, letters) values (?1, ?2, 1)
      on conflict (whose, day) do update set letters = letters_asked.letters + 1
      where letters_asked.letters < ?3""";

  private static final String COUNTED =
      "select letters from letters_asked where whose = ?1 and day = ?2 and letters >= ?3";

  private static final String FORGET =
      """
      delete from letters_asked where (whose, day) in (
        select whose, day from letters_asked where day < ?1 limit 100 for update skip locked)""";

  private final NumberVault vault;
  private final LettersConfig config;
  private final Clock clock;

  Letters(NumberVault vault, LettersConfig config, Clock clock) {
    this.vault = vault;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Counts one more, in the caller's transaction; what is refused then counts for nothing. The
   * address is counted first by everybody, so that no two wait for each other.
   *
   * @param address none: no letter is asked for
   */
  public Uni<Void> ask(@Nullable String address, UUID proposer) {
    return address == null
        ? Uni.createFrom().voidItem()
        : count("to " + mailbox(address), "by " + proposer);
  }

  /**
   * Counts one more that tells an address that this person's letters go to another now. By her
   * alone: counted by the address, anybody could use it up and keep her from leaving it.
   */
  public Uni<Void> tellFormer(UUID person) {
    var today = Norway.dayAt(clock.instant());
    return forget(today).chain(() -> count(changed(person), today, config.toAddress(), TOO_OFTEN));
  }

  /** The same where she lets go of her own word for it: counted, and never refused. */
  public Uni<Void> tellFormerOnly(UUID person) {
    var today = Norway.dayAt(clock.instant());
    return forget(today).chain(() -> count(changed(person), today, Integer.MAX_VALUE, TOO_OFTEN));
  }

  /** Refuses who has none any more, and has let go of too many today, to take another. */
  public Uni<Void> requireMayTakeOne(UUID person) {
    var today = Norway.dayAt(clock.instant());
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(COUNTED, Integer.class)
                    .setParameter(1, fingerprint(changed(person)))
                    .setParameter(2, today)
                    .setParameter(3, config.toAddress())
                    .getResultList())
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                throw refusal(TOO_OFTEN, today);
              }
            })
        .replaceWithVoid();
  }

  private static String changed(UUID person) {
    return "changed by " + person;
  }

  private Uni<Void> count(String to, String by) {
    var today = Norway.dayAt(clock.instant());
    return forget(today)
        .chain(() -> count(to, today, config.toAddress(), TOO_MANY))
        .chain(() -> count(by, today, config.byProposer(), TOO_MANY));
  }

  /** However it is written: most mail servers put {@code her+anything@} into her mailbox. */
  private static String mailbox(String address) {
    return TAG.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("@");
  }

  private static Uni<Void> forget(LocalDate today) {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(FORGET).setParameter(1, today).executeUpdate())
        .replaceWithVoid();
  }

  private Uni<Void> count(String whose, LocalDate today, int most, RefusalCode otherwise) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(COUNT)
                    .setParameter(1, fingerprint(whose))
                    .setParameter(2, today)
                    .setParameter(3, most)
                    .executeUpdate())
        .invoke(
            counted -> {
              if (counted == 0) {
                throw refusal(otherwise, today);
              }
            })
        .replaceWithVoid();
  }

  private String fingerprint(String whose) {
    return HexFormat.of().formatHex(vault.fingerprint(whose.getBytes(UTF_8)));
  }

  private static Refusal refusal(RefusalCode code, LocalDate today) {
    return new Refusal(code, null, Norway.beginningOf(today.plusDays(1)));
  }
}
