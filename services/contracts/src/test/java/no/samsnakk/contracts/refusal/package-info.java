@NullMarked
package no.samsnakk.contracts.refusal;

import org.jspecify.annotations.NullMarked;
