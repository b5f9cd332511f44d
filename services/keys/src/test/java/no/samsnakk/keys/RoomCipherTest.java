package no.samsnakk.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
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
  private static final byte[] HERE = {1};
  private static final byte[] ELSEWHERE = {2};

  @BeforeAll
  static void begin() throws GeneralSecurityException {
    AeadConfig.register();
  }

  @Test
  void R9_a_ciphertext_opens_only_in_its_own_place() throws GeneralSecurityException {
    var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var cipher = RoomCipher.of(UUID.randomUUID(), 1, key);
    var ciphertext = cipher.encrypt("Hei".getBytes(UTF_8), HERE);

    assertThat(cipher.decrypt(ciphertext, HERE)).isEqualTo("Hei".getBytes(UTF_8));
    assertThatThrownBy(() -> cipher.decrypt(ciphertext, ELSEWHERE))
        .isInstanceOf(GeneralSecurityException.class);
    var another = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var other = RoomCipher.of(UUID.randomUUID(), 1, another);
    assertThatThrownBy(() -> other.decrypt(ciphertext, HERE))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
