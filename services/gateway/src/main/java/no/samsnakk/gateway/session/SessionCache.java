package no.samsnakk.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this instance has read of sessions in the last few seconds, so that a request costs no round
 * trip to the database. An end is remembered for as long: a read that was under way when the
 * session ended and takes no longer than that cannot bring it back. On other instances an end bites
 * when they have forgotten.
 */
@ApplicationScoped
class SessionCache {
  private static final int MOST = 20_000;

  private final Cache<String, Optional<Session>> byHash;

  SessionCache(SessionConfig config) {
    byHash = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(config.remembered()).build();
  }

  /** The session, nothing if it is known to be over, null if nothing is known. */
  @Nullable Optional<Session> get(String hash) {
    return byHash.getIfPresent(hash);
  }

  void read(Session session) {
    byHash.asMap().putIfAbsent(session.secretHash(), Optional.of(session));
  }

  /** What its row says is not believed: not read anew for each request that tries. */
  void refused(String hash) {
    byHash.put(hash, Optional.empty());
  }

  void renewed(Session session) {
    byHash
        .asMap()
        .computeIfPresent(session.secretHash(), (hash, known) -> known.map(session::newest));
  }

  void ended(Collection<Session> sessions) {
    sessions.forEach(session -> byHash.put(session.secretHash(), Optional.empty()));
  }
}
