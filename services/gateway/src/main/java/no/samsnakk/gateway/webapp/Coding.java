package no.samsnakk.gateway.webapp;

/** How a file's bytes go on the line; what makes them fewest comes first. */
enum Coding {
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private final String token;
  private final String extension;

  Coding(String token, String extension) {
    this.token = token;
    this.extension = extension;
  }

  /** Its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
  String token() {
    return token;
  }

  /** What the build appends to the name of the file that it has coded so. */
  String extension() {
    return extension;
  }
}
