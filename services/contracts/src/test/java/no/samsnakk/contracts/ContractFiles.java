package no.samsnakk.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files under src/main/resources, as the tests look at them. */
public final class ContractFiles {
  private static final String BASE = "https://samsnakk.example/schema/";
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:schema/")));

  private ContractFiles() {}

  /** The concrete records below a sealed type. */
  @SuppressWarnings("unchecked")
  public static <T> Stream<Class<? extends T>> leaves(Class<T> sealed) {
    if (!sealed.isSealed()) {
      return Stream.of(sealed);
    }
    return Stream.of(sealed.getPermittedSubclasses()).flatMap(c -> leaves((Class<T>) c));
  }

  public static Path path(String file) {
    return RESOURCES.resolve(file);
  }

  public static String text(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(String file) {
    return json(file, text(file));
  }

  public static JsonNode yaml(String file) {
    try {
      return new YAMLMapper().readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** What the schema has against this text; nothing where it fits. */
  public static List<String> complaints(String schema, String text) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(BASE + schema))
        .validate(
            text,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** Every file in a folder, by its path in it. */
  public static List<String> files(String folder) {
    try (Stream<Path> walk = Files.walk(path(folder))) {
      return walk.filter(Files::isRegularFile)
          .map(file -> path(folder).relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String file, String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
