/**
 * Whom a patient has blocked: nobody brings her into a room of his, by whatever right, and nobody
 * but he learns of it (decision 79).
 */
@NullMarked
package no.samsnakk.rooms.block;

import org.jspecify.annotations.NullMarked;
