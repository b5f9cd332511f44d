package no.samsnakk.bench.history;

import java.util.SortedMap;
import java.util.UUID;

/**
 * One room as one viewer has it in the end, and as a fresh client reads it then.
 *
 * @param built from openings, live messages and resumes; by seq, whatever tells one message from
 *     another, its text included
 * @param fresh the newest messages, as many as a fresh client was given
 */
public record Reading(
    int viewer, UUID roomId, SortedMap<Long, UUID> built, SortedMap<Long, UUID> fresh) {}
