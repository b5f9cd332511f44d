package no.samsnakk.platform.audittrail;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import no.samsnakk.platform.audittrail.Refused.Same;

/**
 * Sees to it that a refusal is written before it is answered, and costs no write at all once its
 * kind has been told and the person has nothing left: then it is counted in memory, and written
 * down every {@link TraceConfig#sweep}. Has the windows closed that are over, those of views too.
 */
@ApplicationScoped
public class RefusalTally {
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(2);
  private static final long MOST_REMEMBERED = 100_000;

  private final Vertx vertx;
  private final RefusalWindows windows;
  private final ViewWindows views;
  private final TraceConfig config;
  private final Map<Same, Refused> waiting = new ConcurrentHashMap<>();

  /** The first of each kind while it is being written. */
  private final Map<Same, Uni<Void>> telling = new ConcurrentHashMap<>();

  private final AtomicBoolean sweeping = new AtomicBoolean();

  /**
   * What this instance has told lately. One that is forgotten is written once more, and counted.
   */
  private final Cache<Same, Boolean> told;

  private volatile long timer;

  RefusalTally(Vertx vertx, RefusalWindows windows, ViewWindows views, TraceConfig config) {
    this.vertx = vertx;
    this.windows = windows;
    this.views = views;
    this.config = config;
    this.told =
        Caffeine.newBuilder()
            .expireAfterWrite(config.window())
            .maximumSize(MOST_REMEMBERED)
            .build();
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(config.sweep().toMillis(), id -> sweep());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
    try {
      writeDown().await().atMost(PATIENCE_AT_THE_END);
    } catch (RuntimeException e) {
      notWritten(e);
    }
  }

  /** Writes it; complete only when it is committed. */
  public Uni<Void> written(Refused refused) {
    return windows.write(List.of(refused));
  }

  /**
   * Writes the first of its kind. Those that come meanwhile wait for it, without a connection of
   * their own; the others are complete at once.
   */
  public Uni<Void> counted(Refused refused) {
    if (told.getIfPresent(refused.same()) != null) {
      count(refused);
      return Uni.createFrom().voidItem();
    }
    var isFirst = new AtomicBoolean();
    var first =
        telling.computeIfAbsent(
            refused.same(),
            same -> {
              isFirst.set(true);
              return tell(refused);
            });
    return isFirst.get() ? first : first.invoke(() -> count(refused));
  }

  private Uni<Void> tell(Refused first) {
    return written(first)
        .invoke(() -> told.put(first.same(), true))
        .onTermination()
        .invoke(() -> telling.remove(first.same()))
        .memoize()
        .indefinitely();
  }

  private void count(Refused refused) {
    waiting.merge(refused.same(), refused, Refused::and);
  }

  private void sweep() {
    if (sweeping.compareAndSet(false, true)) {
      tellAll()
          .onTermination()
          .invoke(() -> sweeping.set(false))
          .subscribe()
          .with(done -> {}, RefusalTally::notWritten);
    }
  }

  /** Writes down and closes, one after the other, each whatever has become of the others. */
  Uni<Void> tellAll() {
    return Uni.join()
        .all(writeDown(), close(windows::closeSome), close(views::closeSome))
        .usingConcurrencyOf(1)
        .andCollectFailures()
        .replaceWithVoid();
  }

  /** What could not be written is counted on. */
  Uni<Void> writeDown() {
    var taken = waiting.keySet().stream().map(waiting::remove).filter(one -> one != null).toList();
    return taken.isEmpty()
        ? Uni.createFrom().voidItem()
        : windows.write(taken).onFailure().invoke(() -> putBack(taken));
  }

  private void putBack(List<Refused> taken) {
    taken.forEach(one -> waiting.merge(one.same(), one, Refused::and));
  }

  private static Uni<Void> close(Supplier<Uni<Boolean>> some) {
    return some.get().chain(more -> more ? close(some) : Uni.createFrom().voidItem());
  }

  private static void notWritten(Throwable failure) {
    var first =
        failure instanceof CompositeException several ? several.getCauses().getFirst() : failure;
    LOG.refusalsNotCounted(first.getClass().getSimpleName());
  }
}
