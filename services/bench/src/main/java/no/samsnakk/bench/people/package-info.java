/**
 * People in front of their browsers while everything breaks: they go to another instance when
 * theirs is gone, resume, send again under the same id, and note everything. What they do is what
 * the web app does, in far fewer words. All of it happens on one event loop, so that the order of
 * the notes is the order of things.
 */
@NullMarked
package no.samsnakk.bench.people;

import org.jspecify.annotations.NullMarked;
