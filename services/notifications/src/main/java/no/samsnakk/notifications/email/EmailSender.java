package no.samsnakk.notifications.email;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.StreamSupport;
import no.samsnakk.notifications.wakeup.Deliveries;
import no.samsnakk.notifications.wakeup.Delivery;
import no.samsnakk.notifications.wakeup.Delivery.Outcome;
import no.samsnakk.platform.settings.ServiceSettings;

/** Sends letters. */
@ApplicationScoped
class EmailSender {
  private static final String OWN = "select email from person where person_id = $1";
  private static final String TYPED = "select email from proposal_letter where room_id = $1";

  /** Not where her letters go to again: that they no longer do would not be true. */
  private static final String FORMER =
      """
      select $2::text as email where not exists (
        select from person where person_id = $1 and lower(email) = lower($2))""";

  private final Pool pool;
  private final Deliveries deliveries;
  private final ReactiveMailer mailer;
  private final Letter news;
  private final Letter request;
  private final Letter formerAddress;

  EmailSender(Pool pool, Deliveries deliveries, ReactiveMailer mailer, ServiceSettings settings) {
    this.pool = pool;
    this.deliveries = deliveries;
    this.mailer = mailer;
    this.news = Letter.ofNews(settings.origin());
    this.request = Letter.ofRequest(settings.origin());
    this.formerAddress = Letter.ofFormerAddress(settings.origin());
  }

  @Scheduled(
      every = "${samsnakk.notifications.look-every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> goRound() {
    return deliveries.sendDue(Delivery.Channel.EMAIL, this::send);
  }

  private Uni<Outcome> send(Delivery delivery) {
    return address(delivery)
        .chain(
            address ->
                address
                    .map(to -> mailer.send(mail(to, delivery)).replaceWith(Outcome.SENT))
                    .orElseGet(() -> Uni.createFrom().item(Outcome.NOBODY_THERE)));
  }

  private Mail mail(String to, Delivery delivery) {
    var letter = letter(delivery);
    return new Mail()
        .addTo(to)
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        // The same for every attempt, so that a repeat after a crash can be recognised.
        .addHeader("Message-ID", "<" + delivery.deliveryId() + "@samsnakk>")
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private Letter letter(Delivery delivery) {
    if (delivery.formerEmail() != null) {
      return formerAddress;
    }
    return delivery.isRequest() ? request : news;
  }

  /** Nothing, where there was an address and is none any more, or nothing is to be told there. */
  private Uni<Optional<String>> address(Delivery delivery) {
    var former = delivery.formerEmail();
    if (former != null) {
      return address(FORMER, Tuple.of(delivery.personId(), former));
    }
    var proposal = delivery.roomId();
    return proposal == null
        ? address(OWN, Tuple.of(delivery.personId()))
        : address(TYPED, Tuple.of(proposal));
  }

  private Uni<Optional<String>> address(String query, Tuple whose) {
    return pool.preparedQuery(query)
        .execute(whose)
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .flatMap(row -> Optional.ofNullable(row.getString("email")).stream())
                    .findFirst());
  }
}
