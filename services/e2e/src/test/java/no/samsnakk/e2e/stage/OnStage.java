package no.samsnakk.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Sets the stage before the first journey, and looks after each step what else has happened. */
final class OnStage implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
  private static final Namespace STAGE = Namespace.create(Stage.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return stage(context).things().stream()
        .anyMatch(parameter.getParameter().getType()::isInstance);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stage(context).things().stream()
        .filter(parameter.getParameter().getType()::isInstance)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (oneStory(context) && storyBroken(context)) {
      throw new TestAbortedException("an earlier step of this story failed");
    }
  }

  private static boolean oneStory(ExtensionContext context) {
    Journey journey = context.getRequiredTestClass().getAnnotation(Journey.class);
    return journey != null && journey.oneStory();
  }

  private static boolean storyBroken(ExtensionContext context) {
    return context.getParent().orElseThrow().getStore(STAGE).get(Failed.class) != null;
  }

  private record Failed() {}

  private static void failed(Stage stage, ExtensionContext context) {
    context.getParent().orElseThrow().getStore(STAGE).put(Failed.class, new Failed());
    record(stage, context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Stage stage = stage(context);
    context
        .getExecutionException()
        .filter(it -> !(it instanceof TestAbortedException))
        .ifPresent(failure -> failed(stage, context));
    assertThat(stage.complaints()).as("what must not happen on any screen").isEmpty();
  }

  private static void record(Stage stage, ExtensionContext context) {
    String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
    stage.recordFailure(name.replaceAll("[^\\w-]", ""));
  }

  /** JUnit closes it after the last journey. */
  private static Stage stage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STAGE)
        .computeIfAbsent(Stage.class, key -> Stage.set(), Stage.class);
  }
}
