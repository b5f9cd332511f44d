package no.samsnakk.messaging.reading.agreement;

import static no.samsnakk.contracts.entry.AgreementPayload.Status.ACTIVE;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.ACCEPTED;
import static no.samsnakk.contracts.entry.AgreementResponsePayload.Response.OBJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementPayload.Status;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload.Response;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.TwoRooms;
import no.samsnakk.platform.time.Norway;
import org.jspecify.annotations.Nullable;

/** People who agree on something, or do not, and what they are told of it. */
abstract class Agreeing extends TwoRooms {
  static final String WORDS = "Ringe fastlegen om medisinene";

  Agreeing() {
    super("/api/conversations/agreements");
  }

  /** An agreement as it was last said. */
  record Deal(UUID in, long about, long seq, AgreementPayload says) {}

  final LocalDate inAWeek() {
    return Norway.dayAt(story.now()).plusDays(7);
  }

  final Deal proposes(Person by, UUID in, Person... with) {
    return proposesToDo(by, in, null, null, with);
  }

  final Deal proposesToDo(
      Person by, UUID in, @Nullable Person owner, @Nullable LocalDate dueBy, Person... with) {
    var people = Stream.concat(Stream.of(by), Stream.of(with)).map(Person::personId).toList();
    var ownerId = owner == null ? null : owner.personId();
    return says(
        by,
        in,
        new AgreementPayload(
            null, ACTIVE, WORDS, people, ownerId, dueBy, null, by.personId(), null));
  }

  /** Also what has ended is taken up so. */
  final Deal saysInOtherWords(Person by, Deal deal, Person... with) {
    var people = Stream.concat(Stream.of(by), Stream.of(with)).map(Person::personId).toList();
    return says(by, deal, ACTIVE, WORDS + " " + deal.seq(), people, by.personId());
  }

  final Deal ends(Person by, Deal deal, Status status) {
    var it = deal.says();
    return says(by, deal, status, it.description(), it.participantIds(), it.proposedById());
  }

  private static Deal says(
      Person by, Deal deal, Status status, String words, List<UUID> people, UUID proposer) {
    var it = deal.says();
    var owner = it.ownerId();
    return says(
        by,
        deal.in(),
        new AgreementPayload(
            deal.about(),
            status,
            words,
            people,
            owner != null && people.contains(owner) ? owner : null,
            it.dueBy(),
            it.message(),
            proposer,
            deal.seq()));
  }

  private static Deal says(Person by, UUID in, AgreementPayload says) {
    assertThat(by.says(in, AgreementPayload.KIND, says)).isEqualTo("accepted");
    long seq = last(in);
    return new Deal(in, says.about() == null ? seq : says.about(), seq, says);
  }

  final void accepts(Person by, Deal deal) {
    answers(by, deal, ACCEPTED);
  }

  final void objects(Person by, Deal deal) {
    answers(by, deal, OBJECTED);
  }

  final void answers(Person by, Deal deal, Response response) {
    var says = new AgreementResponsePayload(deal.about(), response, deal.seq());
    assertThat(by.says(deal.in(), AgreementResponsePayload.KIND, says)).isEqualTo("accepted");
  }

  /** How the one stands. */
  final Map<String, Object> one(Person who, Deal deal) {
    return one(who, deal.in(), deal.about());
  }
}
