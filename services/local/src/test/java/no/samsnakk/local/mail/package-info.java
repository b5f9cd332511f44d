@NullMarked
package no.samsnakk.local.mail;

import org.jspecify.annotations.NullMarked;
