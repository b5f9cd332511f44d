package no.samsnakk.notifications.email;

/**
 * What the letter says. The only thing in it that differs between two letters is where it is sent:
 * no name, no room, no word of what it is about, and the link leads to the front door (R9).
 */
record Letter(String subject, String text, String html) {

  static Letter linkingTo(String origin) {
    return new Letter(
        "Du har noe nytt i Samsnakk",
        """
        Hei!

        Du har noe nytt i Samsnakk. Logg inn for å se hva det er:
        %s

        Av hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.

        English: There is something new for you in Samsnakk. Sign in to see it.
        """
            .formatted(origin),
        """
        <!doctype html>
        <html lang="nb"><head><meta charset="utf-8"><title>Samsnakk</title></head>
        <body style="font-family:sans-serif;font-size:18px;line-height:1.5;max-width:32em">
        <p>Hei!</p>
        <p>Du har noe nytt i Samsnakk.</p>
        <p><a href="%1$s">Logg inn for å se hva det er</a></p>
        <p style="font-size:16px">Av hensyn til personvernet står det ikke her hva det gjelder.
        Samsnakk er ikke for nødsituasjoner. Ring 113, eller legevakten på 116 117.
        Du kan ikke svare på denne e-posten.</p>
        <p style="font-size:16px" lang="en">There is something new for you in Samsnakk.
        Sign in to see it.</p>
        </body></html>
        """
            .formatted(origin));
  }
}
