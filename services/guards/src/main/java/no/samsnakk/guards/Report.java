package no.samsnakk.guards;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.samsnakk.guards.Verdict.Broken;
import no.samsnakk.guards.Verdict.Found;
import no.samsnakk.guards.Verdict.Missed;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Judges by JUnit's XML. A test has failed if the failure came out of the test itself: one that
 * could not begin, because the service did not start say, shows nothing.
 */
final class Report {
  private Report() {}

  /** What these reports, each the text of a file, say of the test. */
  static Verdict of(NamedTest test, List<String> reports) {
    var runs =
        reports.stream().flatMap(report -> cases(report).stream()).filter(one -> is(test, one));
    List<Element> all = runs.toList();
    if (all.isEmpty()) {
      return new Broken("the test did not run");
    }
    var failures = all.stream().flatMap(one -> failures(one).stream()).toList();
    if (failures.isEmpty()) {
      return all.stream().anyMatch(one -> one.getElementsByTagName("skipped").getLength() == 0)
          ? new Missed()
          : new Broken("the test was skipped");
    }
    return failures.stream().anyMatch(failure -> cameOutOf(test, failure))
        ? new Found()
        : new Broken("the test could not begin");
  }

  private static boolean is(NamedTest test, Element one) {
    var name = one.getAttribute("name");
    if (test.isWeb()) {
      return name.equals(test.name()) || name.endsWith(" > " + test.name());
    }
    var type = one.getAttribute("classname");
    // A test with parameters is called method(String)[1].
    return type.substring(type.lastIndexOf('.') + 1).equals(test.className())
        && name.split("[({\\[]", 2)[0].equals(test.name());
  }

  private static boolean cameOutOf(NamedTest test, Element failure) {
    var trace = failure.getTextContent();
    return test.isWeb()
        || trace.contains("." + test.className() + "." + test.name() + "(")
        || trace.contains("." + test.className() + ".lambda$" + test.name() + "$");
  }

  private static List<Element> failures(Element one) {
    var all = new ArrayList<>(elements(one.getElementsByTagName("failure")));
    all.addAll(elements(one.getElementsByTagName("error")));
    return all;
  }

  private static List<Element> cases(String report) {
    return elements(parsed(report).getElementsByTagName("testcase"));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  private static Document parsed(String report) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(report)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("A report that is no XML", e);
    }
  }
}
