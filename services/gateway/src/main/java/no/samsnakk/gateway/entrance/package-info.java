/** The one way in: which path belongs to whom. What is not listed is not there. */
@NullMarked
package no.samsnakk.gateway.entrance;

import org.jspecify.annotations.NullMarked;
