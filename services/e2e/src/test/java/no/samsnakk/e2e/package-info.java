/**
 * Samsnakk as people meet it: told by what they do in browsers of their own, against everything
 * that really runs. Packages mirror the features; {@link no.samsnakk.e2e.journey} is where to begin
 * to read.
 */
@NullMarked
package no.samsnakk.e2e;

import org.jspecify.annotations.NullMarked;
