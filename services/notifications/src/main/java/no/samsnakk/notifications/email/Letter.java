package no.samsnakk.notifications.email;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a letter says. There are three, and the only thing that differs between two of a kind is
 * where it is sent: no name, no room, no word of what it is about (R9). The link leads to the front
 * door; behind the sign-in, which no link does for anybody, to what is new.
 */
record Letter(String subject, String text, String html) {
  private static final String NEWS = "/news";

  /** What one kind of letter says; the link's text is followed by the address. */
  private record Says(
      String subject,
      String lead,
      String link,
      String path,
      List<String> safe,
      String english,
      String englishLink) {}

  /** To whoever has something new. */
  static Letter ofNews(String origin) {
    return of(
        origin,
        new Says(
            "Du har noe nytt i Samsnakk",
            "Du har noe nytt i Samsnakk.",
            "Logg inn for å se hva det er",
            NEWS,
            List.of(),
            "There is something new for you in Samsnakk.",
            "Sign in to see it."));
  }

  /**
   * To a patient whose answer is waited for. It may be the first that he hears of Samsnakk, and may
   * come to an address that somebody has mistyped: it says why it is safe, and claims nothing of
   * whoever reads it but that somebody who helps him asks.
   */
  static Letter ofRequest(String origin) {
    return of(
        origin,
        new Says(
            "Noen venter på svar fra deg i Samsnakk",
            "En som hjelper deg, venter på svar fra deg i Samsnakk.",
            "Logg inn og se hvem det er, og hva det gjelder",
            NEWS,
            List.of(
                "Du logger inn med din egen BankID. Vi spør aldri om koder i en e-post.",
                "Du velger selv om du sier ja, og hvem som får være med.",
                "Er du usikker, kan du spørre den som hjelper deg, neste gang dere snakkes.",
                "Venter du ikke på noe slikt? Da trenger du ikke gjøre noe."),
            "Somebody who helps you is waiting for your answer in Samsnakk.",
            "Sign in with your own BankID to see who it is; we never ask for codes in an e-mail. You"
                + " choose whether to say yes, and who may take part. If you are unsure, ask the one"
                + " who helps you. If you expect nothing of the kind, you need do nothing."));
  }

  /** To the address that somebody has just changed for another. */
  static Letter ofFormerAddress(String origin) {
    return of(
        origin,
        new Says(
            "Noe er endret i Samsnakk",
            "Noe er endret i Samsnakk: Beskjedene dine kommer ikke lenger hit. Var det ikke deg?",
            "Logg inn og se hvor du får beskjed",
            "",
            List.of(),
            "Something has changed in Samsnakk: your notices no longer come here.",
            "If it was not you, sign in and see where they go."));
  }

  private static Letter of(String origin, Says says) {
    var address = origin + says.path();
    return new Letter(
        says.subject(),
        """
        Hei!

        %2$s %3$s:
        %1$s

        %6$sAv hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.

        English: %4$s %5$s
        """
            .formatted(
                address,
                says.lead(),
                says.link(),
                says.english(),
                says.englishLink(),
                says.safe().stream().map(it -> it + "\n").collect(Collectors.joining())),
        """
        <!doctype html>
        <html lang="nb"><head><meta charset="utf-8"><title>Samsnakk</title></head>
        <body style="font-family:sans-serif;font-size:18px;line-height:1.5;max-width:32em">
        <p>Hei!</p>
        <p>%2$s</p>
        <p><a href="%1$s">%3$s</a></p>
        %6$s<p style="font-size:16px">Av hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.</p>
        <p style="font-size:16px" lang="en">%4$s
        %5$s</p>
        </body></html>
        """
            .formatted(
                address,
                says.lead(),
                says.link(),
                says.english(),
                says.englishLink(),
                list(says.safe())));
  }

  private static String list(List<String> items) {
    return items.isEmpty()
        ? ""
        : items.stream()
            .map(it -> "<li>" + it + "</li>\n")
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }
}
