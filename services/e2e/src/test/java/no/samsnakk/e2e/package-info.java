/**
 * Samsnakk as people meet it: told by what they do in browsers of their own, against everything
 * that really runs. Packages mirror the features; {@link no.samsnakk.e2e.journey} is where to begin
 * to read.
 *
 * <p>{@code ./mvnw -pl services/e2e verify} starts an all-in-one of its own from what has been
 * built. {@code ./samsnakk test --pictures} renews {@code docs/pictures.md} and what it shows. To
 * write a journey without waiting for a start, run {@code ./samsnakk up} with {@code
 * SAMSNAKK_STATE} and {@code SAMSNAKK_PORT_BASE} set, and the journey with the same and {@code
 * -Dsamsnakk.running=true}; what a failed step looked like to everybody is in {@code
 * target/failures}.
 */
@NullMarked
package no.samsnakk.e2e;

import org.jspecify.annotations.NullMarked;
