package no.samsnakk.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The key service that was configured, if one was. */
@ApplicationScoped
class KeyServices {
  @Produces
  @Singleton
  KeyService keyService(RoomKeyConfig config) {
    return config.transit().<KeyService>map(TransitKeyService::new).orElse(KeyService.NONE);
  }
}
