/** What the services tell each other and the browser. Depends on no service. */
@NullMarked
package no.samsnakk.contracts;

import org.jspecify.annotations.NullMarked;
