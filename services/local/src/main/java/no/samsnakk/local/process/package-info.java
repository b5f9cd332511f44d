/**
 * Processes of our own: how they are started, watched and stopped, and why none outlives us.
 *
 * <p>Whatever is started here is known to a {@link no.samsnakk.local.process.Reaper}: a shell that
 * waits for the end of a pipe which only we hold. When we die, by whatever means, the pipe ends and
 * the reaper stops what is left.
 */
@NullMarked
package no.samsnakk.local.process;

import org.jspecify.annotations.NullMarked;
