package no.samsnakk.rooms.person;

import java.util.Set;
import java.util.UUID;
import no.samsnakk.rooms.identity.IdentityNumber;

/**
 * People whose rows somebody has changed, so that they are not found by the number sealed in them.
 *
 * @param numbers those numbers, as far as they open
 */
public record ChangedRows(Set<UUID> people, Set<IdentityNumber> numbers) {}
