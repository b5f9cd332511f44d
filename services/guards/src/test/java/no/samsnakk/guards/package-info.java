@NullMarked
package no.samsnakk.guards;

import org.jspecify.annotations.NullMarked;
