package no.samsnakk.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A CloudEvent 1.0 in structured JSON mode.
 *
 * @param source the service that tells it, {@code /samsnakk/rooms}
 * @param type see {@link Events}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Event<D extends EventData>(
    String specversion,
    UUID id,
    URI source,
    String type,
    Instant time,
    String datacontenttype,
    D data) {}
