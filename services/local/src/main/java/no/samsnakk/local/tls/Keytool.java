package no.samsnakk.local.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JDK's own {@code keytool}: makes keys, and signs certificates.
 *
 * @param store where it keeps them
 * @param password of the store
 */
record Keytool(Path store, String password) {
  private static final String PASSWORD = "SAMSNAKK_KEYTOOL_PASSWORD";

  /** The same for another store. */
  Keytool at(Path another) {
    return new Keytool(another, password);
  }

  /** An authority that signs certificates of servers, and no other authority's. */
  void makeAuthority(String name) {
    make(
        name,
        "Samsnakk on this machine",
        "-validity",
        "3650",
        "-ext",
        "bc:critical=ca:true,pathlen:0",
        "-ext",
        "ku:critical=keyCertSign,cRLSign");
  }

  /** A server on this machine. */
  void makeSigned(String name, String authority) {
    make(
        name,
        name,
        "-signer",
        authority,
        "-validity",
        "730",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1,ip:::1",
        "-ext",
        "ku:critical=digitalSignature",
        "-ext",
        "eku=serverAuth");
  }

  private void make(String name, String commonName, String... more) {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", name));
    arguments.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    arguments.addAll(List.of("-dname", "CN=" + commonName));
    arguments.addAll(List.of(more));
    run(arguments);
  }

  /** The password goes by the environment: arguments can be seen by everybody on the machine. */
  private void run(List<String> arguments) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass:env", PASSWORD));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(PASSWORD, password);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool " + arguments.getFirst() + ": " + said.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Keytool[" + store + "]";
  }
}
