package no.samsnakk.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets the stage before the first journey, and looks after each step what else has happened. */
final class OnStage implements ParameterResolver, AfterEachCallback {
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
  public void afterEach(ExtensionContext context) {
    Stage stage = stage(context);
    context.getExecutionException().ifPresent(failure -> picture(stage, context));
    assertThat(stage.complaints()).as("what must not happen on any screen").isEmpty();
  }

  private static void picture(Stage stage, ExtensionContext context) {
    String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
    try {
      stage.picturesOf(name.replaceAll("[^\\w-]", ""));
    } catch (PlaywrightException notEvenThat) {
      context.publishReportEntry("picture", "none could be taken");
    }
  }

  /** JUnit closes it after the last journey. */
  private static Stage stage(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STAGE)
        .computeIfAbsent(Stage.class, key -> Stage.set(), Stage.class);
  }
}
