package no.samsnakk.rooms.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.answer.Outage;
import no.samsnakk.platform.problem.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies ID tokens: signature, issuer, expiry, and that they are meant for the gateway (tenant
 * {@code id-token}).
 */
@ApplicationScoped
class IdTokens {
  private final TenantIdentityProvider provider;

  IdTokens(@Tenant("id-token") TenantIdentityProvider provider) {
    this.provider = provider;
  }

  /**
   * The token, believed; fails with {@code not-signed-in} if there is anything wrong with it, and
   * as it is where the issuer's keys cannot be had.
   */
  Uni<JsonWebToken> verify(String raw) {
    return provider
        .authenticate(new AccessTokenCredential(raw))
        .map(identity -> (JsonWebToken) identity.getPrincipal())
        .onFailure(failure -> !Outage.isBehind(failure))
        .transform(e -> new Refusal(RefusalCode.NOT_SIGNED_IN));
  }
}
