package no.samsnakk.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoomCipherTest {
  private final UUID room = UUID.randomUUID();
  private final UUID message = UUID.randomUUID();

  @BeforeAll
  static void begin() throws GeneralSecurityException {
    AeadConfig.register();
  }

  @Test
  void R9_a_ciphertext_opens_only_in_its_own_place() throws GeneralSecurityException {
    var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var cipher = RoomCipher.of(room, 1, key);
    var ciphertext = cipher.encrypt(message, "Hei");

    assertThat(cipher.decrypt(message, ciphertext)).isEqualTo("Hei");
    assertThatThrownBy(() -> cipher.decrypt(UUID.randomUUID(), ciphertext))
        .isInstanceOf(GeneralSecurityException.class);
    var elsewhere = RoomCipher.of(UUID.randomUUID(), 1, key);
    assertThatThrownBy(() -> elsewhere.decrypt(message, ciphertext))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
