@NullMarked
package no.samsnakk.local.story;

import org.jspecify.annotations.NullMarked;
