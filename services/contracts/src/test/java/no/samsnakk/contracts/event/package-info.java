@NullMarked
package no.samsnakk.contracts.event;

import org.jspecify.annotations.NullMarked;
