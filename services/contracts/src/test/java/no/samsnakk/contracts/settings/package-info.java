@NullMarked
package no.samsnakk.contracts.settings;

import org.jspecify.annotations.NullMarked;
