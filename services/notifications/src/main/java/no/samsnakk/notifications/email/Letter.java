package no.samsnakk.notifications.email;

/**
 * What a letter says. There are two, and the only thing that differs between two of a kind is where
 * it is sent: no name, no room, no word of what it is about, and the link leads to the front door
 * (R9).
 */
record Letter(String subject, String text, String html) {

  /** To whoever has something new. */
  static Letter ofNews(String origin) {
    return of(
        origin,
        "Du har noe nytt i Samsnakk",
        "Du har noe nytt i Samsnakk.",
        "Logg inn for å se hva det er",
        "There is something new for you in Samsnakk.",
        "Sign in to see it.");
  }

  /** To the address that somebody has just changed for another. */
  static Letter ofFormerAddress(String origin) {
    return of(
        origin,
        "Noe er endret i Samsnakk",
        "Noe er endret i Samsnakk: Beskjedene dine kommer ikke lenger hit. Var det ikke deg?",
        "Logg inn og se hvor du får beskjed",
        "Something has changed in Samsnakk: your notices no longer come here.",
        "If it was not you, sign in and see where they go.");
  }

  private static Letter of(
      String origin, String subject, String lead, String link, String english, String englishLink) {
    return new Letter(
        subject,
        """
        Hei!

        %2$s %3$s:
        %1$s

        Av hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.

        English: %4$s %5$s
        """
            .formatted(origin, lead, link, english, englishLink),
        """
        <!doctype html>
        <html lang="nb"><head><meta charset="utf-8"><title>Samsnakk</title></head>
        <body style="font-family:sans-serif;font-size:18px;line-height:1.5;max-width:32em">
        <p>Hei!</p>
        <p>%2$s</p>
        <p><a href="%1$s">%3$s</a></p>
        <p style="font-size:16px">Av hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.</p>
        <p style="font-size:16px" lang="en">%4$s
        %5$s</p>
        </body></html>
        """
            .formatted(origin, lead, link, english, englishLink));
  }
}
