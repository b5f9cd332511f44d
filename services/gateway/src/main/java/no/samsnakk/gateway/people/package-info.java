/** What only rooms knows: who somebody is. */
@NullMarked
package no.samsnakk.gateway.people;

import org.jspecify.annotations.NullMarked;
