package no.samsnakk.messaging.reading.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.samsnakk.contracts.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A page of a room's messages.
 *
 * @param items ascending by seq
 * @param nextBefore what to ask for to get the page before this one; null at the beginning
 */
public record MessagePage(
    List<Entry> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long nextBefore) {}
