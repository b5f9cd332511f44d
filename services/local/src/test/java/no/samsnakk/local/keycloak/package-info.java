@NullMarked
package no.samsnakk.local.keycloak;

import org.jspecify.annotations.NullMarked;
