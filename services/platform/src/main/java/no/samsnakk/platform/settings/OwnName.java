package no.samsnakk.platform.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Tells who needs nothing else what this service is called. */
@ApplicationScoped
class OwnName {
  @Produces
  @ServiceName
  String name(ServiceSettings settings) {
    return settings.service();
  }
}
