/** Ids: UUIDv7, so that they sort by time and indexes grow at one end. */
@NullMarked
package no.samsnakk.platform.id;

import org.jspecify.annotations.NullMarked;
