package no.samsnakk.notifications.webpush;

import static no.samsnakk.notifications.log.NotificationsLog.LOG;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import no.samsnakk.contracts.Json;
import no.samsnakk.notifications.NotificationsConfig;

/**
 * The keys by which push services know us (RFC 8292), in a file that only we can read. Made at the
 * first start; several instances are given the same file. Losing it means that every browser has to
 * subscribe again.
 */
@ApplicationScoped
@Startup
class VapidKeyring {
  private final VapidKeys keys;
  private final WebPush webPush;

  @Inject
  VapidKeyring(VapidConfig vapid, NotificationsConfig config) {
    this(vapid.file(), config);
  }

  VapidKeyring(Path file, NotificationsConfig config) {
    try {
      this.keys = Files.exists(file) ? read(file) : make(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The VAPID keys could be neither read nor made", e);
    }
    this.webPush = new WebPush(config.contact(), keys);
  }

  /** What a browser subscribes with. */
  String publicKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getApplicationServerKey());
  }

  /** Encrypts and signs with these keys. */
  WebPush webPush() {
    return webPush;
  }

  private record Stored(String publicKey, String privateKey) {}

  private static VapidKeys read(Path file) throws IOException {
    var stored = Json.MAPPER.readValue(file.toFile(), Stored.class);
    return VapidKeys.create(stored.publicKey(), stored.privateKey());
  }

  private static VapidKeys make(Path file) throws IOException {
    var made = VapidKeys.generate();
    var stored = new Stored(made.getX509PublicKey(), made.getPkcs8PrivateKey());
    var folder = file.toAbsolutePath().getParent();
    var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var written = Files.createTempFile(folder, "vapid", ".new", ours);
    try {
      Files.writeString(written, Json.MAPPER.writeValueAsString(stored));
      // A link appears whole or not at all, and never over another instance's.
      Files.createLink(file, written);
      LOG.vapidKeysMade(file);
      return made;
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } finally {
      Files.delete(written);
    }
  }
}
