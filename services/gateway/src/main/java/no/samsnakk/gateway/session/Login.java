package no.samsnakk.gateway.session;

import java.time.Instant;
import no.samsnakk.gateway.issuer.LoginSecrets;
import org.jspecify.annotations.Nullable;

/**
 * A login under way.
 *
 * @param freshSince if she has to prove anew who she is: the time she has to do that after
 * @param returnTo where she goes afterwards: a path of ours, already checked
 */
public record Login(LoginSecrets secrets, @Nullable Instant freshSince, String returnTo) {}
