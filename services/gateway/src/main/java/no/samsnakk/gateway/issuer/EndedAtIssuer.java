package no.samsnakk.gateway.issuer;

import org.jspecify.annotations.Nullable;

/** What a verified logout token ends: one session of the issuer's, or all of a subject. */
public record EndedAtIssuer(@Nullable String providerSid, @Nullable String subject) {}
