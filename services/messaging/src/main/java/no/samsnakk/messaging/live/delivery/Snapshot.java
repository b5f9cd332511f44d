package no.samsnakk.messaging.live.delivery;

import java.util.List;
import no.samsnakk.messaging.reading.access.Access;
import org.jspecify.annotations.Nullable;

/**
 * A room at one moment, from the database: the truth.
 *
 * @param access null where nobody may do anything in it
 * @param messages those that were asked for, ascending
 */
record Snapshot(@Nullable Access access, long lastSeq, List<CommittedEntry> messages) {}
