/** Refusals and faults as problems, for what is answered outside JAX-RS. */
@NullMarked
package no.samsnakk.gateway.answer;

import org.jspecify.annotations.NullMarked;
