/** What a service has logged, for the tests of all services. */
@NullMarked
package no.samsnakk.contracts.log;

import org.jspecify.annotations.NullMarked;
