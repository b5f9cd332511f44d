/** Who calls: the token's subject, turned into a person. */
@NullMarked
package no.samsnakk.rooms.caller;

import org.jspecify.annotations.NullMarked;
