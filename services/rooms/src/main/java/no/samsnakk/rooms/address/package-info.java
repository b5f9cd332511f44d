/** Where a person's own letters go: from herself or from the directory, and from nobody else. */
@NullMarked
package no.samsnakk.rooms.address;

import org.jspecify.annotations.NullMarked;
