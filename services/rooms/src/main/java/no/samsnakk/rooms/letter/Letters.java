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
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.time.Norway;
import no.samsnakk.rooms.identity.NumberVault;
import org.jspecify.annotations.Nullable;

/**
 * Counts the letters that people have sent to an address by what they propose, and how often they
 * change where their own go, which may send one too; refuses when it is too many, with {@code
 * too-many-letters} and with {@code address-changed-too-often}.
 */
@ApplicationScoped
public class Letters {
  private static final Pattern TAG = Pattern.compile("\\+[^@]*@");

  /** Those who ask at once wait for each other at the row. */
  private static final String COUNT =
      """
      insert into letters_asked (whose, day, letters) values (?1, ?2, 1)
      on conflict (whose, day) do update set letters = letters_asked.letters + 1
      where letters_asked.letters < ?3""";

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
   * Counts one more change of where this person's letters go, of whatever kind. By her alone:
   * counted by the address, anybody could use it up and keep her from leaving it.
   */
  public Uni<Void> countChange(UUID person) {
    return countChange(person, config.addressChanges());
  }

  /** The same where she lets go of her own word for it: counted, and never refused. */
  public Uni<Void> countLettingGo(UUID person) {
    return countChange(person, Integer.MAX_VALUE);
  }

  private Uni<Void> countChange(UUID person, int most) {
    var today = Norway.dayAt(clock.instant());
    return forget(today)
        .chain(
            () ->
                count("changed by " + person, today, most, RefusalCode.ADDRESS_CHANGED_TOO_OFTEN));
  }

  private Uni<Void> count(String to, String by) {
    var today = Norway.dayAt(clock.instant());
    return forget(today)
        .chain(() -> count(to, today, config.toAddress(), RefusalCode.TOO_MANY_LETTERS))
        .chain(() -> count(by, today, config.byProposer(), RefusalCode.TOO_MANY_LETTERS));
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
