/** What the tests of all services sign. */
@NullMarked
package no.samsnakk.contracts.token;

import org.jspecify.annotations.NullMarked;
