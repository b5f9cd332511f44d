/** Why something is refused (R11): the codes of {@code refusal-codes.json}, as a type. */
@NullMarked
package no.samsnakk.contracts.refusal;

import org.jspecify.annotations.NullMarked;
