/** What the services' tests make out of the API descriptions, so that no endpoint is forgotten. */
@NullMarked
package no.samsnakk.contracts.openapi;

import org.jspecify.annotations.NullMarked;
