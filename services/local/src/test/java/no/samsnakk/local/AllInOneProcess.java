package no.samsnakk.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.samsnakk.local.process.Ports;

/** {@link Main} in a JVM of its own. */
record AllInOneProcess(Process process, BufferedReader output) {

  static AllInOneProcess start(Path state, Map<String, String> environment, String only)
      throws IOException {
    return run(state, environment, "--only", only);
  }

  static AllInOneProcess run(Path state, Map<String, String> environment, String... arguments)
      throws IOException {
    Path classes = Home.find().root().resolve("services/local/target/classes");
    List<String> command =
        new ArrayList<>(
            List.of(
                // As the launcher starts it.
                "/bin/sh",
                "-c",
                "umask 077; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classes + ":" + Home.find().lib() + "/*",
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SAMSNAKK_STATE", state.toString());
    builder.environment().put("SAMSNAKK_STORY", "false");
    for (Port port : Port.values()) {
      builder.environment().put(port.variable(), "" + Ports.free());
    }
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new AllInOneProcess(process, process.inputReader());
  }

  /** Reads on until a line has this in it. */
  void awaitLine(String part) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.add(line);
      if (line.contains(part)) {
        return;
      }
    }
    throw new AssertionError("ended without \"" + part + "\": " + seen);
  }

  /** What it says until it ends. */
  String everythingSaid() {
    return String.join("\n", output.lines().toList());
  }

  List<ProcessHandle> everythingBelow() {
    return process.descendants().toList();
  }

  /** In order, with all that it started: nobody writes in its folder any more. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
