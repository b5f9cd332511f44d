package no.samsnakk.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * The keys of a key file: one wraps, all unwrap. A key's name is its id in the keyset.
 *
 * @param bytes the keyset as it is written down
 */
record WrappingKeys(byte[] bytes, KeysetHandle keyset, Aead aead) {
  static WrappingKeys of(byte[] bytes) throws GeneralSecurityException {
    var keyset =
        TinkProtoKeysetFormat.parseKeyset(
            bytes, InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    return new WrappingKeys(
        bytes, keyset, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
  }

  private static WrappingKeys of(KeysetHandle keyset) throws GeneralSecurityException {
    return of(
        TinkProtoKeysetFormat.serializeKeyset(
            keyset, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
  }

  static WrappingKeys fresh() throws GeneralSecurityException {
    return of(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
  }

  String current() {
    return name(keyset.getPrimary());
  }

  private static String name(KeysetHandle.Entry key) {
    return "file-" + Integer.toUnsignedString(key.getId());
  }

  /** The same with one more, which does not wrap yet. */
  WrappingKeys withOneMore() throws GeneralSecurityException {
    return of(
        KeysetHandle.newBuilder(keyset)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId())
            .build());
  }

  String newest() {
    return name(keyset.getAt(keyset.size() - 1));
  }

  WrappingKeys turnedTo(String name) throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(keyset);
    builder.getAt(indexOf(name)).makePrimary();
    return of(builder.build());
  }

  WrappingKeys only(String name) throws GeneralSecurityException {
    var kept = KeysetHandle.importKey(keyset.getAt(indexOf(name)).getKey()).makePrimary();
    return of(
        KeysetHandle.newBuilder()
            .addEntry(kept.withFixedId(keyset.getAt(indexOf(name)).getId()))
            .build());
  }

  private int indexOf(String name) throws GeneralSecurityException {
    for (int i = 0; i < keyset.size(); i++) {
      if (name(keyset.getAt(i)).equals(name)) {
        return i;
      }
    }
    throw new GeneralSecurityException("The key file has no key of that name");
  }

  /** The name only. */
  @Override
  public String toString() {
    return "WrappingKeys[" + current() + "]";
  }
}
