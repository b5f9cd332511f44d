/** What the gateway tells an operator. */
@NullMarked
package no.samsnakk.gateway.log;

import org.jspecify.annotations.NullMarked;
