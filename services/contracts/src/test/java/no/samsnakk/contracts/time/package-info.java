/** Time as the services' tests need it. */
@NullMarked
package no.samsnakk.contracts.time;

import org.jspecify.annotations.NullMarked;
