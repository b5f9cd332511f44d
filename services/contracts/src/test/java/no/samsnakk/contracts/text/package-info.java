@NullMarked
package no.samsnakk.contracts.text;

import org.jspecify.annotations.NullMarked;
