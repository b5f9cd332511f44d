package no.samsnakk.local.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The inbox as HTML. Everything that came by mail is escaped; addresses in it become links. */
final class InboxPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm.ss", Locale.forLanguageTag("nb"))
          .withZone(ZoneId.of("Europe/Oslo"));

  /** Applied to escaped text, so that an ampersand in an address is already one. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private InboxPage() {}

  static String list(List<Letter> letters) {
    String body =
        letters.isEmpty()
            ? """
              <p class="empty">Ingen e-post ennå. Når Samsnakk varsler noen, dukker varselet opp her.</p>
              """
            : letters.stream()
                .map(InboxPage::row)
                .collect(Collectors.joining("", "<ul class=\"letters\">\n", "</ul>\n"));
    return page(
        "Innboks",
        """
        <h1>Innboks</h1>
        <p class="lead">E-post som Samsnakk på denne maskinen har sendt. Ingenting når noen utenfor.</p>
        %s
        <p class="again"><a href="/">Se etter ny e-post</a></p>
        """
            .formatted(body));
  }

  private static String row(Letter letter) {
    return """
        <li><a href="/letters/%s">
          <span class="subject">%s</span>
          <span class="meta">Til %s</span>
          <span class="meta">%s</span>
        </a></li>
        """
        .formatted(
            letter.id(), escape(letter.subject()), escape(letter.to()), TIME.format(letter.at()));
  }

  static String letter(Letter letter) {
    return page(
        letter.subject(),
        """
        <p class="again"><a href="/">Til innboksen</a></p>
        <article>
          <h1>%s</h1>
          <dl>
            <dt>Fra</dt><dd>%s</dd>
            <dt>Til</dt><dd>%s</dd>
            <dt>Sendt</dt><dd>%s</dd>
          </dl>
          <div class="text">%s</div>
        </article>
        """
            .formatted(
                escape(letter.subject()),
                escape(letter.from()),
                escape(letter.to()),
                TIME.format(letter.at()),
                linked(escape(letter.text().strip()))));
  }

  static String missing() {
    return page(
        "Finnes ikke",
        """
        <h1>Denne e-posten finnes ikke</h1>
        <p><a href="/">Til innboksen</a></p>
        """);
  }

  private static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="nb">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s – Samsnakk på egen maskin</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/inbox.css">
        </head>
        <body>
        <main>
        %s</main>
        </body>
        </html>
        """
        .formatted(escape(title), body);
  }

  private static String linked(String escaped) {
    return LINK.matcher(escaped).replaceAll(InboxPage::anchor);
  }

  private static String anchor(MatchResult link) {
    // The stop that ends a sentence is not part of the address.
    String address = link.group().replaceFirst("[.,;:!?)]+$", "");
    String rest = link.group().substring(address.length());
    return java.util.regex.Matcher.quoteReplacement(
        "<a href=\"" + address + "\" rel=\"noreferrer\">" + address + "</a>" + rest);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
